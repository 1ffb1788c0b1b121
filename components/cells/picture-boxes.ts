// Boxes of the page as shapes of an SVG: grounds, borders, outlines, and what CSS alone draws beside an element.

import { colour, NOTHING, round } from './picture-colours';

/** From a place on the screen to one in the picture. */
export type Place = (x: number, y: number) => readonly [number, number];

/** Background, second sign, borders and outline of a box. */
export function boxOf(style: CSSStyleDeclaration, box: DOMRect, place: Place): string[] {
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
export function pseudoOf(element: Element, pseudo: string, place: Place): string[] {
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
