// The notebook's cover, its chapters, and the short version: three passages, each with its live panel.

import { discovery } from '@/components/embed/oembed';
import { titleOf } from '@/components/embed/title';
import { panelMessages, wordsOf } from '@/components/i18n/catalogue';
import { alternates, type Locale } from '@/components/i18n/locales';
import { PanelWords } from '@/components/i18n/PanelWords';
import { setPageLocale } from '@/components/i18n/page-locale';
import { ContentsSection } from '@/components/mdx/ContentsSection';
import { Figure } from '@/components/mdx/Figure';
import { loadPassage } from '@/components/mdx/load-passage';
import { Passage } from '@/components/mdx/Passage';
import { References } from '@/components/mdx/References';
import { Notebook } from '@/components/notebook/Notebook';
import { panels } from '@/components/panels';
import { wordIdsOf } from '@/components/panels/panel-words';
import { PageLink } from '@/components/ui/PageLink';

/** What the home page says of itself in other languages, and of its panel. */
export function homeAlternates(locale: Locale) {
  const here = alternates(locale, '');
  return { ...here, types: discovery(here.canonical, titleOf(locale, 'cover')) };
}

const PASSAGES = ['one-at-a-time', 'independent', 'randomness-first'];
const { AcceptPanel, AuxPanel, Cover, DependentPanel } = panels;
const WORDS = wordIdsOf(['Cover', 'AuxPanel', 'DependentPanel', 'AcceptPanel']);

export async function Home({ locale }: { locale: Locale }) {
  setPageLocale(locale);
  const words = wordsOf(locale, 'home');
  const passages = await Promise.all(PASSAGES.map((name) => loadPassage(locale, name)));
  const standsIn = passages.some(({ language }) => language !== locale);
  return (
    <PanelWords locale={locale} messages={panelMessages(locale, WORDS)}>
      <Notebook>
        <section className="cover" aria-labelledby="cover-title">
          <h1 id="cover-title">{words('title')}</h1>
          <p className="lede">
            {words.rich('lede', {
              percent: (of) => <Figure of={of} as="percent" />,
              count: (of) => <Figure of={of} as="count" />,
            })}
          </p>
          <noscript>
            <p className="lede">{words('noScript')}</p>
          </noscript>
          <Cover />
          <p className="lede">{words('below')}</p>
        </section>
        <ContentsSection locale={locale} lede={words('promise')}>
          <PageLink className="prose-link" href="/embed">
            {words('embed')}
          </PageLink>
        </ContentsSection>
        <section className="contents-section" aria-labelledby="short-title">
          <h2 id="short-title">{words('short')}</h2>
          <p className="lede">{words('shortPromise')}</p>
          {standsIn && <p className="notice">{words('standIn')}</p>}
        </section>
        <Passage name="one-at-a-time" number={1} />
        <AuxPanel />
        <Passage name="independent" number={2} />
        <DependentPanel />
        <Passage name="randomness-first" number={3} />
        <AcceptPanel />
        <section className="sources" aria-labelledby="sources-title">
          <h2 id="sources-title">{words('references')}</h2>
          <References of={passages.flatMap(({ frontmatter }) => frontmatter.references)} />
        </section>
      </Notebook>
    </PanelWords>
  );
}
