// The systems of the story, from content/history.json: when, what its predicted tokens see, how it is kept right.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const system = z.strictObject({
  /** Year and month of the first version. */
  when: z.string().regex(/^\d{4}-\d{2}$/),
  /** Id in content/references.json. */
  reference: z.string(),
  name: z.string().min(1),
  what: z.string().min(1),
  /**
   * What a predicted token sees besides the text: nothing, the tokens before it (one step after the
   * other), a decision made for all, older guesses of them, noise, or its random numbers.
   */
  sees: z.enum(['text', 'chain', 'shared', 'guesses', 'noise', 'u']),
  /** Predicted tokens that are drawn. */
  ahead: z.number().int().min(2).max(3).default(3),
  kept: z.string().min(1),
  /** Slug of the chapter in which it runs live. */
  live: z.string().optional(),
});

export type System = Readonly<z.infer<typeof system>>;

/** Every system, the oldest first. Throws on a malformed entry. */
export function readHistory(): System[] {
  const text = readFileSync(join(process.cwd(), 'content', 'history.json'), 'utf8');
  return z
    .array(system)
    .parse(JSON.parse(text))
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
}
