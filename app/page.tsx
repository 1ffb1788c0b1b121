// The notebook's cover, its chapters, and the short version: three passages, each with its live panel.

import type { Metadata } from 'next';
import Link from 'next/link';
import { discovery } from '@/components/embed/oembed';
import { panelMessages, wordsOf } from '@/components/i18n/catalogue';
import { DEFAULT_LOCALE, localeOf } from '@/components/i18n/locales';
import { PanelWords } from '@/components/i18n/PanelWords';
import { Contents } from '@/components/mdx/Contents';
import { Figure } from '@/components/mdx/Figure';
import { loadPassage } from '@/components/mdx/load-passage';
import { Passage } from '@/components/mdx/Passage';
import { References } from '@/components/mdx/References';
import { Notebook } from '@/components/notebook/Notebook';
import { AcceptPanel, AuxPanel, Cover, DependentPanel } from './slots';

export const metadata: Metadata = discovery('/', wordsOf(DEFAULT_LOCALE, 'embedTitles')('cover'));

const PASSAGES = ['one-at-a-time', 'independent', 'randomness-first'];

export default async function Page({ params }: { params: Promise<{ locale?: string }> }) {
  const locale = localeOf((await params).locale) ?? DEFAULT_LOCALE;
  const words = wordsOf(locale, 'home');
  const passages = await Promise.all(PASSAGES.map(loadPassage));
  return (
    <PanelWords locale={locale} messages={panelMessages(locale)}>
      <Notebook>
        <section className="cover" aria-labelledby="cover-title">
          <h1 id="cover-title">Throw the dice first, then write every letter at once.</h1>
          <p className="lede">
            Each dial holds the random number of one letter; the letters of a longer name have
            further numbers, on the rulers below. A small language model in this tab reads the
            numbers in one call. For <Figure of="names/words/o-ptp/whole" as="percent" /> of{' '}
            <Figure of="names/texts" as="count" /> names measured it wrote just what one-at-a-time
            decoding writes with the same numbers. Where it errs, you see it.
          </p>
          <noscript>
            <p className="lede">
              What stands here are recorded runs of the model; turning the dials needs JavaScript.
            </p>
          </noscript>
          <Cover />
          <p className="lede">
            Turn a dial. For independent heads it decides its own place and no other: one letter, or
            whether the name ends there, which the end mark ■ says. For Parallel Token Prediction
            (PTP) it decides that place and whatever follows from it.
          </p>
        </section>
        <section className="contents-section" aria-labelledby="contents-title">
          <h2 id="contents-title">{words('contents')}</h2>
          <p className="lede">{words('promise')}</p>
          <Contents locale={locale} />
          <p className="contents-more">
            <Link className="prose-link" href={`/${locale}/history`}>
              {words('map')}
            </Link>
            <Link className="prose-link" href={`/${locale}/glossary`}>
              {words('glossary')}
            </Link>
            <Link className="prose-link" href="/classroom">
              {words('classroom')}
            </Link>
          </p>
        </section>
        <section className="contents-section" aria-labelledby="short-title">
          <h2 id="short-title">{words('short')}</h2>
          <p className="lede">{words('shortPromise')}</p>
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
