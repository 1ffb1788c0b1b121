// The words of the field, from content/glossary/<locale>.json: one file of terms.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../i18n/locales';

const term = z.strictObject({
  word: z.string().min(1),
  /** What it means. `u_1` stands for u with its subscript, `[logits]` points to another term, `[pick|picked]`
   * in other words. */
  text: z.string().min(1),
});

export type GlossaryTerm = Readonly<z.infer<typeof term>>;

/** Every term by id, in the file's order. Throws on a malformed entry, naming it. */
export function readGlossary(locale: Locale): ReadonlyMap<string, GlossaryTerm> {
  const file = `content/glossary/${locale}.json`;
  const json: unknown = JSON.parse(readFileSync(join(process.cwd(), file), 'utf8'));
  const parsed = z.record(z.string().regex(/^[a-z-]+$/), term).safeParse(json);
  if (parsed.success) return new Map(Object.entries(parsed.data));
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** A term's text in pieces: words, u's with their subscripts, and ids of other terms. */
export function piecesOf(text: string) {
  return text.split(/(\[[a-z-]+(?:\|[^\]]+)?\]|\bu(?:_\w)?\b)/).map((piece) => {
    const [, id, words] = /^\[([a-z-]+)(?:\|(.+))?\]$/.exec(piece) ?? [];
    if (id) return { kind: 'term', id, words } as const;
    if (/^u(_\w)?$/.test(piece)) return { kind: 'u', k: piece.slice(2) } as const;
    return { kind: 'words', words: piece } as const;
  });
}
