// Reads a passage of content/, when the site is built and on the server only.

import type { Locale } from '../i18n/locales';
import { parseFrontmatter } from './frontmatter';
import { loadMdx } from './load-mdx';
import { translated } from './translated';

/**
 * The passage `content/passages/<locale>/<name>.mdx`, or the English one: its checked frontmatter, the language that
 * it is written in, and a component that renders it. Throws with the file name where frontmatter, citations or MDX
 * are broken.
 */
export async function loadPassage(locale: Locale, name: string) {
  const { file, language } = translated('content/passages', locale, `${name}.mdx`);
  return { language, ...(await loadMdx(file, parseFrontmatter)) };
}
