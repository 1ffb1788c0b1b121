// Reads a passage of content/, when the site is built and on the server only.

import { parseFrontmatter } from './frontmatter';
import { loadMdx } from './load-mdx';

/**
 * The passage `content/<name>.mdx`: its checked frontmatter and a component that renders it.
 * Throws with the file name where frontmatter, citations or MDX are broken.
 */
export function loadPassage(name: string) {
  return loadMdx(`content/${name}.mdx`, parseFrontmatter);
}
