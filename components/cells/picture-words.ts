// Text of the page as text of an SVG, line by line.

import type { Place } from './picture-boxes';
import { colour, escaped, measuring, round } from './picture-colours';

export type Line = Readonly<{ box: DOMRect; mark: string }>;

/** The lines that a piece of text breaks into, each where it stands and as wide as it is. */
export function linesOf(node: Text, style: CSSStyleDeclaration, place: Place): Line[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const range = document.createRange();
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < 2) {
      line.text += character;
      line.box = new DOMRect(line.box.left, line.box.top, box.right - line.box.left, box.height);
    } else {
      lines.push({ text: character, box });
    }
  }
  const upper = style.textTransform === 'uppercase';
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, box }) => {
      const [x, y] = place(box.left, box.top + baseline(style, box.height));
      const words = escaped(upper ? text.toUpperCase() : text);
      const mark = `<text x="${x}" y="${y}" textLength="${round(box.width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="${colour(style.color)}" ${fontOf(style)}>${words}</text>`;
      return { box, mark };
    });
}

function fontOf(style: CSSStyleDeclaration): string {
  const family = style.fontFamily.replaceAll('"', "'");
  const slant = style.fontStyle === 'normal' ? '' : ` font-style="${style.fontStyle}"`;
  return `font-family="${escaped(family)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}"${slant}`;
}

/** From the top of a line's box to the line that its letters stand on, px. */
function baseline(style: CSSStyleDeclaration, height: number): number {
  const pen = measuring();
  if (!pen) return height * 0.8;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
  return (height - up - down) / 2 + up;
}
