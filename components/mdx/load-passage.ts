// Reads a passage of content/ and compiles it, when the site is built and on the server only.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client';
import { checkCites, type Frontmatter, parseFrontmatter } from './frontmatter';
import { readReferences } from './references';

/**
 * The passage `content/<name>.mdx`: its checked frontmatter and a component that renders it.
 * Throws with the file name where frontmatter, citations or MDX are broken.
 */
export async function loadPassage(name: string) {
  const file = `content/${name}.mdx`;
  const source = await readFile(join(process.cwd(), file), 'utf8');
  if (/^(import|export)\s/m.test(source)) {
    throw new Error(`${file}: content has no imports; name a component of components/mdx/index.ts`);
  }
  const { code, frontmatter } = await bundleMDX({ source });
  const checked: Frontmatter = parseFrontmatter(file, frontmatter);
  checkCites(file, source, checked.references, new Set(readReferences().keys()));
  return { frontmatter: checked, Content: getMDXComponent(code) };
}
