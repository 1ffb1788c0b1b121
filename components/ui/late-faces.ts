// Faces that came too late to be shown are shown after all: for a screen that stays on one page a whole lesson.

/** Typefaces are `optional` (app/fonts.ts); from now on they replace their stand-ins as soon as they are here. */
export function showLateFaces(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSFontFaceRule) rule.style.setProperty('font-display', 'swap');
    }
  }
}
