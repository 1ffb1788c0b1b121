// A figure as an SVG file of its own: every box, line of text and inline drawing that the page shows, with
// the colours it has now, redrawn as plain shapes. Other programs open it; nothing in it needs the page.
// Title and description are inside. Controls are left out: a picture has no buttons.

/** What the file says about the figure. */
export type Caption = Readonly<{
  title: string;
  /** One line each, below the picture: run, version, citation. */
  lines: readonly string[];
}>;

const MARGIN = 24;
const LINE = 18;
/** Widest a line of words below the picture may be, in characters. */
const WIDE = 96;

const CONTROLS = [
  ...['button:not(.chip, .gloss)', 'input', 'textarea', 'fieldset', 'details', 'noscript'],
  ...['.panel-controls', '.dice-row', '.provenance-note', '.cell-signs', '.field', '.words'],
].join();

/** The figure drawn in `root`, as the text of an SVG file, in the colours of the page's theme. */
export function drawPicture(root: Element, { title, lines }: Caption): string {
  const marks: string[] = [];
  const box = root.getBoundingClientRect();
  draw(root, marks, (x, y) => [round(x - box.left), round(y - box.top)]);
  const sheet = getComputedStyle(document.body);
  const [paper, ink] = [colour(sheet.backgroundColor), colour(sheet.color)];
  const below = lines.flatMap((line) => fold(line));
  const width = Math.ceil(Math.max(box.width, 480)) + 2 * MARGIN;
  const top = MARGIN + 2 * LINE;
  const height = Math.ceil(box.height) + top + (below.length + 1) * LINE + MARGIN;
  const words = (line: string, y: number, size: number, weight: number) =>
    `<text x="${MARGIN}" y="${y}" fill="${ink}" font-family="Inter, sans-serif" font-size="${size}" font-weight="${weight}">${escaped(line)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(lines.join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    words(title, MARGIN + 14, 17, 600),
    `<g transform="translate(${MARGIN} ${top})">`,
    ...marks,
    '</g>',
    ...below.map((line, k) =>
      words(line, height - MARGIN - LINE * (below.length - 1 - k), 12, 400),
    ),
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

type Place = (x: number, y: number) => readonly [number, number];

function draw(element: Element, marks: string[], place: Place): void {
  if (element.matches(CONTROLS)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) {
    marks.push(inlineDrawing(element, box, place));
    return;
  }
  const faded = Number(style.opacity) < 1;
  if (faded) marks.push(`<g opacity="${style.opacity}">`);
  if (element instanceof HTMLCanvasElement) {
    const [x, y] = place(box.left, box.top);
    marks.push(
      `<image x="${x}" y="${y}" width="${round(box.width)}" height="${round(box.height)}" href="${element.toDataURL()}"/>`,
    );
  } else {
    marks.push(...boxOf(style, box, place));
    for (const pseudo of ['::before', '::after']) marks.push(...pseudoOf(element, pseudo, place));
    for (const child of element.childNodes) {
      if (child instanceof Element) draw(child, marks, place);
      else if (child instanceof Text) marks.push(...linesOf(child, style, place));
    }
  }
  if (faded) marks.push('</g>');
}

/** Background, second sign, borders and outline of a box. */
function boxOf(style: CSSStyleDeclaration, box: DOMRect, place: Place): string[] {
  const [x, y] = place(box.left, box.top);
  const [width, height] = [round(box.width), round(box.height)];
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const shape = (inset: number) =>
    `x="${round(x + inset)}" y="${round(y + inset)}" width="${round(Math.max(0, width - 2 * inset))}" height="${round(Math.max(0, height - 2 * inset))}" rx="${round(Math.max(0, radius - inset))}"`;
  const found: string[] = [];
  const ground = colour(style.backgroundColor);
  if (ground !== NOTHING) found.push(`<rect ${shape(0)} fill="${ground}"/>`);
  const sign = colour(style.color);
  if (style.backgroundImage.startsWith('repeating-linear-gradient')) {
    for (let at = -height; at < width; at += 6) {
      const [from, to] = [Math.max(0, at), Math.min(width, at + height)];
      found.push(
        `<path d="M${round(x + from)} ${round(y + from - at)}L${round(x + to)} ${round(y + to - at)}" stroke="${sign}" stroke-opacity="0.3"/>`,
      );
    }
  } else if (style.backgroundImage.startsWith('linear-gradient(to right top')) {
    found.push(
      `<path d="M${x} ${round(y + height)}L${round(x + width)} ${y}" stroke="${sign}" stroke-width="1.6"/>`,
    );
  }
  const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
  const lines = sides.map((side) => ({
    width: Number.parseFloat(style[`border${side}Width`]),
    stroke: colour(style[`border${side}Color`]),
    dash: DASHES[style[`border${side}Style`]],
  }));
  const [top, right, bottom, left] = lines;
  const seen = lines.filter((line) => line.width > 0 && line.stroke !== NOTHING);
  const stroke = (line: (typeof lines)[number]) =>
    `stroke="${line.stroke}" stroke-width="${line.width}"${line.dash ? ` stroke-dasharray="${line.dash}"` : ''}`;
  if (seen.length === 4 && top) {
    found.push(`<rect ${shape(top.width / 2)} fill="none" ${stroke(top)}/>`);
  } else {
    const ends: Readonly<[typeof top, string]>[] = [
      [top, `M${x} ${y}h${width}`],
      [right, `M${round(x + width)} ${y}v${height}`],
      [bottom, `M${x} ${round(y + height)}h${width}`],
      [left, `M${x} ${y}v${height}`],
    ];
    for (const [line, path] of ends) {
      if (line && seen.includes(line))
        found.push(`<path d="${path}" fill="none" ${stroke(line)}/>`);
    }
  }
  const outline = Number.parseFloat(style.outlineWidth);
  if (outline > 0 && style.outlineStyle !== 'none') {
    const gap = Number.parseFloat(style.outlineOffset) + outline / 2;
    found.push(
      `<rect ${shape(-gap)} fill="none" stroke="${colour(style.outlineColor)}" stroke-width="${outline}"/>`,
    );
  }
  return found;
}

const DASHES: Readonly<Record<string, string>> = { dashed: '4 3', dotted: '1 2' };

/** What CSS alone draws beside an element: a coloured shape with a place of its own. */
function pseudoOf(element: Element, pseudo: string, place: Place): string[] {
  const style = getComputedStyle(element, pseudo);
  if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute')
    return [];
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  const own = getComputedStyle(element);
  const around = element.getBoundingClientRect();
  const shift = style.transform === 'none' ? new DOMMatrix() : new DOMMatrix(style.transform);
  const left = around.left + Number.parseFloat(own.borderLeftWidth) + pixels('left') + shift.e;
  const top = around.top + Number.parseFloat(own.borderTopWidth) + pixels('top') + shift.f;
  const box = new DOMRect(left, top, pixels('width'), pixels('height'));
  if (!(box.width > 0 && box.height > 0)) return [];
  const corners = /^polygon\((.*)\)$/.exec(style.clipPath)?.[1];
  if (!corners) return boxOf(style, box, place);
  const [x, y] = place(box.left, box.top);
  const points = corners.split(',').map((corner) => {
    const [across = 0, down = 0] = corner.trim().split(' ').map(Number.parseFloat);
    return `${round(x + (across / 100) * box.width)},${round(y + (down / 100) * box.height)}`;
  });
  return [`<polygon points="${points.join(' ')}" fill="${colour(style.backgroundColor)}"/>`];
}

/** The lines that a piece of text breaks into, each where it stands and as wide as it is. */
function linesOf(node: Text, style: CSSStyleDeclaration, place: Place): string[] {
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
      return `<text x="${x}" y="${y}" textLength="${round(box.width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="${colour(style.color)}" ${fontOf(style)}>${words}</text>`;
    });
}

function fontOf(style: CSSStyleDeclaration): string {
  const family = style.fontFamily.replaceAll('"', "'");
  const slant = style.fontStyle === 'normal' ? '' : ` font-style="${style.fontStyle}"`;
  return `font-family="${escaped(family)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}"${slant}`;
}

const brush = () => document.createElement('canvas').getContext('2d', { willReadFrequently: true });
let pen: CanvasRenderingContext2D | null = null;

/** From the top of a line's box to the line that its letters stand on, px. */
function baseline(style: CSSStyleDeclaration, height: number): number {
  pen ??= brush();
  if (!pen) return height * 0.8;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
  return (height - up - down) / 2 + up;
}

const DRAWN = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight'],
  ...['text-anchor', 'dominant-baseline', 'shape-rendering', 'paint-order', 'd', 'visibility'],
];

/** An SVG of the page with its computed looks written into it. */
function inlineDrawing(svg: SVGSVGElement, box: DOMRect, place: Place): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  const gone: Element[] = [];
  copy.querySelectorAll('*').forEach((element, k) => {
    const original = originals[k];
    if (!original) return;
    const style = getComputedStyle(original);
    if (style.display === 'none') gone.push(element);
    const look = DRAWN.map((name) => [name, style.getPropertyValue(name)] as const);
    for (const name of ['class', 'style', 'tabindex']) element.removeAttribute(name);
    for (const [name, value] of look) {
      if (value === '' || (value === 'none' && name === 'd')) continue;
      if (name === 'd') element.setAttribute('d', /^path\("(.*)"\)$/.exec(value)?.[1] ?? '');
      else element.setAttribute(name, isColour(name, value) ? colour(value) : value);
    }
    if (
      original instanceof SVGElement &&
      style.transform !== 'none' &&
      !original.hasAttribute('transform')
    )
      element.setAttribute('transform', aroundOrigin(style));
  });
  for (const element of gone) element.remove();
  const [x, y] = place(box.left, box.top);
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label'])
    copy.removeAttribute(name);
  const sizes = { x, y, width: round(box.width), height: round(box.height), overflow: 'visible' };
  for (const [name, value] of Object.entries(sizes)) copy.setAttribute(name, String(value));
  const own = getComputedStyle(svg);
  copy.setAttribute('fill', colour(own.fill));
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(' xmlns="http://www.w3.org/2000/svg"', '');
}

/** A CSS transform turns about its origin, an attribute about 0, 0. */
function aroundOrigin(style: CSSStyleDeclaration): string {
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(Number.parseFloat);
  return `translate(${x} ${y}) ${style.transform} translate(${-x} ${-y})`;
}

const isColour = (name: string, value: string) =>
  (name === 'fill' || name === 'stroke') && value !== 'none' && !value.startsWith('url');

const NOTHING = 'none';
const known = new Map<string, string>();

/** Any colour that CSS can say, as `#rrggbb` or `rgba(…)`, which every program reads; `none` for no colour. */
function colour(value: string): string {
  const found = known.get(value);
  if (found !== undefined) return found;
  pen ??= brush();
  if (!pen) return value;
  const { canvas } = pen;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'rgba(0, 0, 0, 0)';
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const written =
    alpha === 0
      ? NOTHING
      : alpha === 255
        ? `#${hex}`
        : `rgba(${red}, ${green}, ${blue}, ${round(alpha / 255)})`;
  known.set(value, written);
  return written;
}

function fold(line: string): string[] {
  const found: string[] = [''];
  for (const word of line.split(' ')) {
    const last = found.at(-1) ?? '';
    if (last !== '' && last.length + word.length > WIDE) found.push(word);
    else found[found.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return found;
}

const round = (value: number) => Math.round(value * 100) / 100;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
