// The chapters: content/chapters/<locale>/<number>-<slug>.mdx. The English files say which there are;
// where a translation is missing the English one stands in.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import matter from 'gray-matter';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales';
import type { PanelName } from '../panels';
import { EMBED_NAMES, EMBEDS, type EmbedName } from '../panels/embeds';
import { panelsIn } from '../panels/panel-words';
import { type ChapterFrontmatter, parseChapter } from './frontmatter';
import { isThere, translated } from './translated';

const FOLDER = 'content/chapters';

/** A chapter as contents lists show it. */
export type Chapter = Readonly<{
  number: number;
  /** The last part of its address. */
  slug: string;
  file: string;
  /** The language that it is written in: the one asked for, or the default one standing in. */
  language: Locale;
  frontmatter: ChapterFrontmatter;
  /** The live panels in it. */
  panels: readonly PanelName[];
}>;

/** Every chapter, in order. Throws where a file's name or frontmatter is malformed, naming the file. */
export function readChapters(locale: Locale): Chapter[] {
  const names = readdirSync(join(process.cwd(), FOLDER, DEFAULT_LOCALE)).sort();
  return names.map((name) => {
    const [, number, slug] = /^(\d\d)-([a-z-]+)\.mdx$/.exec(name) ?? [];
    if (!number || !slug) throw new Error(`${FOLDER}: ${name}: allowed: 04-more-heads.mdx`);
    const { file, language } = translated(FOLDER, locale, name);
    const { data, content } = matter(
      readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'),
    );
    const frontmatter = parseChapter(file, data);
    return { number: Number(number), slug, file, language, frontmatter, panels: panelsIn(content) };
  });
}

/** The first panel of a chapter, which stands for it where there is room for one; or the cover. */
export function panelIn({ file }: Chapter): EmbedName {
  const text = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8');
  const place = (name: EmbedName) => text.search(new RegExp(`<${EMBEDS[name].panel}\\b`));
  const [first] = EMBED_NAMES.filter((name) => place(name) >= 0).sort(
    (a, b) => place(a) - place(b),
  );
  return first ?? 'cover';
}

/** Path of a chapter as a Python notebook (training/notebooks.py); undefined where there is none. */
export function notebookOf({ file }: Chapter): string | undefined {
  const path = `/notebooks/${basename(file, '.mdx')}.ipynb`;
  return isThere(`public${path}`) ? path : undefined;
}

/** The address of a chapter. */
export function chapterPath(locale: Locale, slug: string): string {
  return `/${locale}/${slug}`;
}
