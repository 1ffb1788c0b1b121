// What every passage and chapter states about itself, checked when the site is built.

import { z } from 'zod';

const frontmatter = z.strictObject({
  title: z.string().min(1),
  /** One or two sentences: descriptions, link previews. */
  summary: z.string().min(1),
  /** Ids in content/references.json; every <Cite> of the passage is among them. */
  references: z.array(z.string()),
});

const year = z.int().min(1900).max(2100);

const chapterFrontmatter = frontmatter.extend({
  /** First and last year of what the chapter tells, for its header and the line of years. */
  years: z.tuple([year, year]).refine(([from, to]) => from <= to, 'first year, then last year'),
});

export type Frontmatter = Readonly<z.infer<typeof frontmatter>>;
export type ChapterFrontmatter = Readonly<z.infer<typeof chapterFrontmatter>>;

/** The frontmatter of a passage. Throws with file and key where one is missing, unknown or malformed. */
export function parseFrontmatter(file: string, value: unknown): Frontmatter {
  return parse(frontmatter, file, value);
}

/** The frontmatter of a chapter. Throws as `parseFrontmatter` does. */
export function parseChapter(file: string, value: unknown): ChapterFrontmatter {
  return parse(chapterFrontmatter, file, value);
}

function parse<T>(schema: z.ZodType<T>, file: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
    return `${keys}: ${issue.message}`;
  });
  throw new Error(`${file}: frontmatter: ${problems.join('; ')}`);
}

/** Checks that what is cited is listed, that what is listed is cited, and that all of it is known. */
export function checkCites(
  file: string,
  source: string,
  listed: readonly string[],
  known: ReadonlySet<string>,
): void {
  const cited = new Set(
    Array.from(source.matchAll(/<Cite\s+id="([^"]*)"/g), (hit) => hit[1] ?? ''),
  );
  for (const id of [...cited, ...listed]) {
    if (!known.has(id))
      throw new Error(`${file}: <Cite id="${id}">: not in content/references.json`);
  }
  for (const id of cited) {
    if (!listed.includes(id))
      throw new Error(`${file}: references: "${id}" is cited but not listed`);
  }
  for (const id of listed) {
    if (!cited.has(id)) throw new Error(`${file}: references: "${id}" is listed but never cited`);
  }
}
