// One passage of the notebook: its title and its text, with notes in the margin.

import { pageLocale } from '../i18n/page-locale';
import { mdxComponents } from './index';
import { loadPassage } from './load-passage';

/** The passage of this name in the page's language, a server component. `number` stands before the title. */
export async function Passage({ name, number }: { name: string; number?: number }) {
  const { frontmatter, language, Content } = await loadPassage(pageLocale(), name);
  return (
    <section className="passage" lang={language} id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {number !== undefined && <span className="passage-number">{number}</span>}
        {frontmatter.title}
      </h2>
      <Content components={mdxComponents} />
    </section>
  );
}
