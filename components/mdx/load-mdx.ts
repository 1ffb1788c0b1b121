// Compiles one file of content/, when the site is built and on the server only. Mathematics becomes HTML
// here (KaTeX), so no reader downloads a typesetter.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { checkCites } from './frontmatter';
import { readReferences } from './read-references';

/** `\\htmlData{at=1}{u_1}` marks a symbol that speaks of a place (cells/LitText.tsx); nothing else may mark. */
const trust = ({ command }: { command: string }) => command === '\\htmlData';
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error');

/**
 * The frontmatter of `file`, checked by `parse`, and a component that renders the rest.
 * Throws with the file name where frontmatter, citations, mathematics or MDX are broken.
 */
export async function loadMdx<T extends Readonly<{ references: readonly string[] }>>(
  file: string,
  parse: (file: string, value: unknown) => T,
) {
  const source = await readFile(join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8');
  if (/^(import|export)\s/m.test(source)) {
    throw new Error(`${file}: content has no imports; name a component of components/mdx`);
  }
  const { code, frontmatter } = await bundleMDX({
    source,
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [...(options.remarkPlugins ?? []), remarkMath],
      rehypePlugins: [
        ...(options.rehypePlugins ?? []),
        [rehypeKatex, { strict, trust, throwOnError: true }],
      ],
    }),
  });
  const checked = parse(file, frontmatter);
  checkCites(file, source, checked.references, new Set(readReferences().keys()));
  return { frontmatter: checked, Content: getMDXComponent(code) };
}
