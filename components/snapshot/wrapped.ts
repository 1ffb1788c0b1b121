// Lines for pictures: SVG does not break them.

/** `text` in lines of `most` characters at most, broken behind spaces; a longer word is cut. Empty text is one line. */
export function wrapped(text: string, most: number): string[] {
  return text.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'g')) ?? [''];
}
