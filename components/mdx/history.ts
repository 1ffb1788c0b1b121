// The systems of the story: content/history/systems.json says when, and what the predicted tokens see;
// content/history/<locale>.json says the rest in words.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../i18n/locales';

const system = z.strictObject({
  /** Year and month of the first version. */
  when: z.string().regex(/^\d{4}-\d{2}$/),
  /** Id in content/references.json. */
  reference: z.string(),
  /**
   * What a predicted token sees besides the text: nothing, the tokens before it (one step after the
   * other), a decision made for all, older guesses of them, noise, or its random numbers.
   */
  sees: z.enum(['text', 'chain', 'shared', 'guesses', 'noise', 'u']),
  /** Predicted tokens that are drawn. */
  ahead: z.number().int().min(2).max(3).default(3),
  /** Slug of the chapter in which it runs live. */
  live: z.string().optional(),
});

/** What is said of a system. */
const said = z.strictObject({
  name: z.string().min(1),
  what: z.string().min(1),
  /** How the text is kept right. */
  kept: z.string().min(1),
});

export type System = Readonly<z.infer<typeof system> & z.infer<typeof said>>;

/** Every system, the oldest first. Throws on a malformed entry, and where one has no words or words no system. */
export function readHistory(locale: Locale): System[] {
  const systems = z.array(system).parse(read('systems'));
  const words = z.record(z.string(), said).parse(read(locale));
  const ids = systems.map(({ reference }) => reference);
  const lost = Object.keys(words).filter((id) => !ids.includes(id));
  if (lost.length > 0) throw new Error(`content/history/${locale}.json: ${lost}: no such system`);
  return systems
    .map((one) => {
      const own = words[one.reference];
      if (!own) throw new Error(`content/history/${locale}.json: ${one.reference}: missing`);
      return { ...one, ...own };
    })
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
}

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(join(process.cwd(), 'content', 'history', `${name}.json`), 'utf8'),
  );
}
