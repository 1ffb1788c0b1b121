// Style sheets worked into an SVG's own attributes, colours as plain values: programs that are no browsers
// know neither custom properties nor light-dark(). Of CSS, as much as the figures use.

import { compile } from 'css-select';
import render from 'dom-serializer';
import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { parse, type Rule } from 'postcss';
import { hexOf } from './oklch';

export type Theme = 'light' | 'dark';

/** Properties that are attributes in SVG. `font` is taken apart. */
const DRAWN = [
  ...[
    'color',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
  ],
  ...['stroke-linejoin', 'opacity', 'shape-rendering', 'paint-order', 'text-anchor'],
  ...['font-family', 'font-size', 'font-style', 'font-weight'],
];

/** Set by next/font in the page; here the faces have their own names. */
const FACES = {
  '--face-sans': 'Inter',
  '--face-mono': "'JetBrains Mono'",
  '--face-serif': "'Source Serif 4'",
};

type Values = ReadonlyMap<string, string>;
type Applies = Readonly<{ matches: (element: Element) => boolean; weight: number; rule: Rule }>;

/** @param sheets CSS, later sheets win; rules inside `@media`, `@container` and the like are left out */
export function withPlainStyle(svg: string, sheets: readonly string[], theme: Theme): string {
  const document = parseDocument(svg, { xmlMode: true });
  const css = parse(sheets.join('\n'));
  const tokens = new Map<string, string>(Object.entries(FACES));
  css.walkAtRules('theme', (own) =>
    own.walkDecls(({ prop, value }) => void tokens.set(prop, value)),
  );
  const rules = css.nodes
    .filter((node) => node.type === 'rule')
    .flatMap(selectorsOf)
    .sort((a, b) => a.weight - b.weight);
  style(document, tokens, rules, theme);
  return render(document, { xmlMode: true });
}

/** Selectors that no still picture has, such as `:hover` and `::before`, are left out. */
function selectorsOf(rule: Rule): Applies[] {
  return rule.selectors.flatMap((selector) => {
    if (/::|:(hover|focus|root|nth)/.test(selector)) return [];
    const count = (part: RegExp) => selector.match(part)?.length ?? 0;
    const weight = 10 * count(/[.[]/g) + count(/(?<=^|[\s>])[a-z]/g);
    return [{ matches: compile<AnyNode, Element>(selector), weight, rule }];
  });
}

function style(parent: ParentNode, inherited: Values, rules: readonly Applies[], theme: Theme) {
  for (const element of parent.children.filter(isTag)) {
    const values = new Map(inherited);
    const own = new Map<string, string>();
    const take = (prop: string, value: string) =>
      void (prop.startsWith('--') ? values : own).set(prop, value);
    for (const { matches, rule } of rules) {
      if (matches(element)) rule.walkDecls(({ prop, value }) => take(prop, value));
    }
    parse(element.attribs.style ?? '').walkDecls(({ prop, value }) => take(prop, value));
    for (const [prop, value] of own) {
      for (const [name, plain] of plainly(prop, resolve(value, values, theme))) {
        if (DRAWN.includes(name)) element.attribs[name] = plain;
      }
    }
    if (element.name === 'svg') takeSize(element);
    style(element, values, rules, theme);
    // Only now: what is inside may be matched by what is round it.
    for (const name of Object.keys(element.attribs)) {
      if (/^(class|style|data-.*)$/.test(name)) delete element.attribs[name];
    }
  }
}

/** A chart fills its panel; here it is as large as it was drawn. */
function takeSize({ attribs }: Element) {
  const [, , width = '', height = ''] = (attribs.viewBox ?? '').split(' ');
  attribs.width ??= width;
  attribs.height ??= height;
}

/** A value without custom properties, themes and oklch() (as the unit squares write it), lengths in px. */
function resolve(value: string, values: Values, theme: Theme): string {
  const [, name] = /var\((--[\w-]+)\)/.exec(value) ?? [];
  if (name) return resolve(value.replaceAll(`var(${name})`, values.get(name) ?? ''), values, theme);
  return value
    .replace(
      /oklch\(calc\(([^\s()]+) \+ ([^\s()]+) \* ([^\s()]+)\) ([^\s()]+) ([^\s()]+)\)/g,
      (_, ...found) => {
        const [start = 0, length = 0, place = 0, chroma = 0, hue = 0] = found.map(Number);
        return hexOf(start + length * place, chroma, hue);
      },
    )
    .replace(/light-dark\(([^,()]+),([^()]+)\)/g, (_, light, dark) =>
      (theme === 'light' ? light : dark).trim(),
    )
    .replace(/([\d.]+)rem\b/g, (_, rem) => `${Number(rem) * 16}px`)
    .replaceAll('"', "'");
}

/** `font` as the four properties that SVG has; anything else as it is. */
function plainly(prop: string, value: string): [string, string][] {
  const font = /^(italic )?(?:(\d+) )?([\d.]+px)(?: ?\/ ?[\d.]+)? (.+)$/.exec(value);
  if (prop !== 'font' || !font) return [[prop, value]];
  const [, slant = 'normal', weight = '400', size = '', family = ''] = font;
  return [
    ['font-style', slant.trim()],
    ['font-weight', weight],
    ['font-size', size],
    ['font-family', family],
  ];
}
