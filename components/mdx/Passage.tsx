// One passage of the notebook: its title and its text, with notes in the margin.

import { DEFAULT_LOCALE } from '../i18n/locales';
import { mdxComponents } from './index';
import { loadPassage } from './load-passage';

/** The passage `content/<name>.mdx`, a server component. `number` stands before the title. */
export async function Passage({ name, number }: { name: string; number?: number }) {
  const { frontmatter, Content } = await loadPassage(name);
  return (
    <section className="passage" lang={DEFAULT_LOCALE} id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {number !== undefined && <span className="passage-number">{number}</span>}
        {frontmatter.title}
      </h2>
      <Content components={mdxComponents} />
    </section>
  );
}
