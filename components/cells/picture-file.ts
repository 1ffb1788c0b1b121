// A figure as an SVG file of its own: every box, line of text and inline drawing that the page shows, with
// the colours it has now, redrawn as plain shapes. Other programs open it; nothing in it needs the page.
// Title and description are inside. Controls are left out: a picture has no buttons.

import { boxOf, type Place, pseudoOf } from './picture-boxes';
import { colour, escaped, NOTHING, round } from './picture-colours';
import { inlineDrawing } from './picture-drawing';
import { linesOf } from './picture-words';

/** What the file says about the figure. */
export type Caption = Readonly<{
  title: string;
  /** One line each, below the picture: run, version, citation. */
  lines: readonly string[];
}>;

const MARGIN = 24;
const LINE = 18;
/** Width of a letter of the words below the picture, px. */
const LETTER = 6.4;

const CONTROLS = [
  ...['button:not(.chip, .opens)', 'input', 'textarea', 'fieldset', 'details', 'noscript'],
  ...['.panel-controls', '.dice-row', '.provenance-note', '.cell-signs', '.field', '.words'],
].join();

/** The figure drawn in `root`, as the text of an SVG file, in the colours of the page's theme. */
export function drawPicture(root: Element, { title, lines }: Caption): string {
  const drawing = startAt(root);
  draw(root, drawing);
  const sheet = getComputedStyle(document.body);
  const ink = colour(sheet.color);
  const paper = groundOf(root);
  const { left, top, right, bottom } = drawing.extent;
  const width = Math.ceil(Math.max(right - left, 480)) + 2 * MARGIN;
  const below = lines.flatMap((line) => fold(line, (width - 2 * MARGIN) / LETTER));
  const from = MARGIN + 2 * LINE;
  const height = Math.ceil(bottom - top) + from + (below.length + 1) * LINE + MARGIN;
  const words = (line: string, y: number, size: number, weight: number) =>
    `<text x="${MARGIN}" y="${y}" fill="${ink}" font-family="Inter, sans-serif" font-size="${size}" font-weight="${weight}">${escaped(line)}</text>`;
  const foot = height - MARGIN - LINE * (below.length - 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(lines.join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    words(title, MARGIN + 14, 17, 600),
    `<g transform="translate(${round(MARGIN - left)} ${round(from - top)})">`,
    ...drawing.marks,
    '</g>',
    ...below.map((line, k) => words(line, foot + LINE * k, 12, 400)),
    '</svg>\n',
  ].join('\n');
}

/** The picture as PNG, twice as many pixels each way. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
  );
}

type Drawing = Readonly<{
  marks: string[];
  place: Place;
  /** Numbers the paths that cut. */
  clips: { count: number };
  /** How far the marks reach, from the root's corner. */
  extent: { left: number; top: number; right: number; bottom: number };
  /** What is cut off: nothing beyond this box is seen. */
  within: DOMRect | null;
}>;

function startAt(root: Element): Drawing {
  const { left, top } = root.getBoundingClientRect();
  const none = Number.POSITIVE_INFINITY;
  return {
    marks: [],
    place: (x, y) => [round(x - left), round(y - top)],
    clips: { count: 0 },
    extent: { left: none, top: none, right: -none, bottom: -none },
    within: null,
  };
}

function draw(element: Element, drawing: Drawing): void {
  if (element.matches(CONTROLS)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const { marks, place } = drawing;
  const box = element.getBoundingClientRect();
  const faded = Number(style.opacity) < 1;
  if (faded) marks.push(`<g opacity="${style.opacity}">`);
  if (element instanceof SVGSVGElement) {
    add(drawing, box, [inlineDrawing(element, box, place)]);
  } else if (element instanceof HTMLCanvasElement) {
    const [x, y] = place(box.left, box.top);
    const image = `<image x="${x}" y="${y}" width="${round(box.width)}" height="${round(box.height)}" href="${element.toDataURL()}"/>`;
    add(drawing, box, [image]);
  } else {
    add(drawing, box, boxOf(style, box, place));
    for (const pseudo of ['::before', '::after']) {
      add(drawing, box, pseudoOf(element, pseudo, place));
    }
    const scrolls = element.scrollHeight > element.clientHeight && style.overflowY !== 'visible';
    const inside = scrolls ? { ...drawing, within: box } : drawing;
    if (scrolls) marks.push(cut(drawing, box));
    for (const child of element.childNodes) {
      if (child instanceof Element) draw(child, inside);
      else if (child instanceof Text) {
        for (const line of linesOf(child, style, place)) add(inside, line.box, [line.mark]);
      }
    }
    if (scrolls) marks.push('</g>');
  }
  if (faded) marks.push('</g>');
}

/** Takes marks in, and remembers how far they reach. */
function add({ marks, place, extent, within }: Drawing, box: DOMRect, found: string[]): void {
  if (found.length === 0) return;
  marks.push(...found);
  const bottom = Math.min(box.bottom, within?.bottom ?? box.bottom);
  const right = Math.min(box.right, within?.right ?? box.right);
  const [x, y] = place(box.left, box.top);
  const [toX, toY] = place(right, bottom);
  extent.left = Math.min(extent.left, x);
  extent.top = Math.min(extent.top, y);
  extent.right = Math.max(extent.right, toX);
  extent.bottom = Math.max(extent.bottom, toY);
}

/** Opens a group that is cut at a box: what is scrolled out of sight stays out. */
function cut({ place, clips }: Drawing, box: DOMRect): string {
  clips.count += 1;
  const [x, y] = place(box.left, box.top);
  const shape = `<rect x="${x}" y="${y}" width="${round(box.width)}" height="${round(box.height)}"/>`;
  const id = `cut${clips.count}`;
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">`;
}

/** The colour of the paper that an element lies on. */
function groundOf(element: Element | null): string {
  if (!element) return colour('white');
  const ground = colour(getComputedStyle(element).backgroundColor);
  return ground === NOTHING ? groundOf(element.parentElement) : ground;
}

function fold(line: string, most: number): string[] {
  const found: string[] = [''];
  for (const word of line.split(' ')) {
    const last = found.at(-1) ?? '';
    if (last !== '' && last.length + word.length > most) found.push(word);
    else found[found.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return found;
}
