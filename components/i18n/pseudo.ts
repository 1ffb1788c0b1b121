// A language that nobody speaks, for tests: every message longer, accented, in brackets. What stands outside
// brackets on a page was written into the code instead of the catalogue.

import type { CompiledMessage } from 'icu-minify/format';

/** `⟦Réséd~~⟧` of `Reset`: letters with accents, two fifths longer. Places for values stay. */
export function pseudo(message: CompiledMessage): CompiledMessage {
  const nodes = Array.isArray(message) ? message : [message];
  return ['⟦', ...nodes.map(accented), '⟧'] as CompiledMessage;
}

/** Words of more than three plain letters outside brackets, in what a reader sees or hears. */
export function foreignWords(html: string): string[] {
  const heard = Array.from(
    html.matchAll(
      / (?:aria-label|aria-valuetext|aria-roledescription|title|placeholder)="([^"]*)"/g,
    ),
    ([, text = '']) => text,
  );
  const seen = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>|&\w+;/g, '\n');
  const outside = (text: string) => {
    let rest = text;
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    return rest;
  };
  // Tags inside a message cut its sentence into lines; brackets are matched over all of them.
  const text = [outside(seen), ...heard.map(outside)].join('\n');
  return text.match(/[A-Za-z]{4,}/g) ?? [];
}

function accented(node: unknown): unknown {
  if (typeof node === 'string') return longer(node);
  if (!Array.isArray(node)) return node;
  const [name, type, ...rest] = node;
  if (type === undefined) return node;
  // A tag has more nodes; a plural or a choice has a table of branches.
  if (typeof type !== 'number') return [name, ...[type, ...rest].map(accented)];
  return [name, type, ...rest.map(branches)];
}

function branches(table: unknown): unknown {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return table;
  return Object.fromEntries(
    Object.entries(table).map(([key, branch]) => [
      key,
      Array.isArray(branch) ? branch.map(accented) : accented(branch),
    ]),
  );
}

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', d: 'ð', e: 'é', i: 'ï', n: 'ñ', o: 'ö', r: 'ř', s: 'š', t: 'ţ', u: 'ü' },
};

function longer(text: string): string {
  const accents = text.replace(/[a-z]/g, (letter) => ACCENTS[letter] ?? letter);
  return /[a-z]{3}/.test(text) ? accents + '~'.repeat(Math.ceil(text.length * 0.4)) : accents;
}
