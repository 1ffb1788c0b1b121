// The papers that content cites. content/references.json has the facts; this gives them types.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const facts = {
  /** As it stands in the text. */
  short: z.string().min(1),
  authors: z.string().min(1),
  title: z.string().min(1),
  where: z.string().min(1),
};

/** A paper has an arXiv number; anything else has an address. */
const reference = z.union([
  z.strictObject({ ...facts, arxiv: z.string().regex(/^\d{4}\.\d{4,5}$/) }),
  z.strictObject({ ...facts, url: z.url({ protocol: /^https$/ }) }),
]);

export type Reference = Readonly<z.infer<typeof reference>>;

/** Every reference by id, in the file's order. Throws on a malformed entry, naming it. */
export function readReferences(): ReadonlyMap<string, Reference> {
  const file = 'content/references.json';
  const json: unknown = JSON.parse(readFileSync(join(process.cwd(), file), 'utf8'));
  const parsed = z.record(z.string(), reference).safeParse(json);
  if (parsed.success) return new Map(Object.entries(parsed.data));
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Where the work itself is. */
export function addressOf(reference: Reference): string {
  return 'arxiv' in reference ? `https://arxiv.org/abs/${reference.arxiv}` : reference.url;
}
