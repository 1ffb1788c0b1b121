// A chapter, compiled.

import type { Locale } from '../i18n/locales';
import { readChapters } from './chapters';
import { parseChapter } from './frontmatter';
import { loadMdx } from './load-mdx';

/** A chapter with its neighbours and a component that renders it; undefined where there is none. */
export async function loadChapter(locale: Locale, slug: string) {
  const chapters = readChapters(locale);
  const place = chapters.findIndex((chapter) => chapter.slug === slug);
  const chapter = chapters[place];
  if (!chapter) return undefined;
  const { Content } = await loadMdx(chapter.file, parseChapter);
  return { chapter, Content, previous: chapters[place - 1], next: chapters[place + 1] };
}
