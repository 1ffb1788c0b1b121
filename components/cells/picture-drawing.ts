// An inline SVG of the page with its computed looks written into it, so that it stands without a style sheet.

import type { Place } from './picture-boxes';
import { colour, round } from './picture-colours';

const DRAWN = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight'],
  ...['text-anchor', 'dominant-baseline', 'shape-rendering', 'paint-order', 'd', 'visibility'],
];

/** An SVG of the page with its computed looks written into it. */
export function inlineDrawing(svg: SVGSVGElement, box: DOMRect, place: Place): string {
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
