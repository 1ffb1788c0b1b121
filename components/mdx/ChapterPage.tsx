// One chapter: its header, its text with live cells, its references, and the ways on.

import 'katex/dist/katex.min.css';
import './chapter.css';
import { LitText } from '../cells/LitText';
import { panelMessages, wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { setPageLocale } from '../i18n/page-locale';
import { Notebook } from '../notebook/Notebook';
import { wordIdsOf } from '../panels/panel-words';
import { at } from '../site';
import { PageLink } from '../ui/PageLink';
import { ChaptersNav } from './ChaptersNav';
import { writeYears } from './Contents';
import { chapterComponents } from './chapter-map';
import { type Chapter, chapterPath, notebookOf } from './chapters';
import type { loadChapter } from './load-chapter';
import { References } from './References';

export type ChapterPageProps = Readonly<{
  locale: Locale;
  loaded: NonNullable<Awaited<ReturnType<typeof loadChapter>>>;
}>;

export function ChapterPage({ locale, loaded }: ChapterPageProps) {
  setPageLocale(locale);
  const { chapter, Content, previous, next } = loaded;
  const { title, summary, years, references } = chapter.frontmatter;
  const words = wordsOf(locale, 'chapter');
  const notebook = notebookOf(chapter);
  return (
    <PanelWords
      locale={locale}
      messages={panelMessages(locale, [...wordIdsOf(chapter.panels), 'question', 'code'])}
    >
      <div className="reading-position" aria-hidden="true" />
      <header className="chapter-head">
        <p className="chapter-number">
          {words('number', { number: chapter.number })}
          <span className="figures">{writeYears(...years)}</span>
        </p>
        <h1 lang={chapter.language}>{title}</h1>
        <p className="lede" lang={chapter.language}>
          {summary}
        </p>
        {chapter.language !== locale && <p className="notice">{words('standIn')}</p>}
      </header>
      <Notebook>
        <LitText className="passage chapter" lang={chapter.language}>
          <Content components={chapterComponents} />
        </LitText>
      </Notebook>
      {notebook && (
        <p className="chapter-notebook">
          <a className="prose-link" href={at(notebook)} download>
            {words('notebook')}
          </a>
        </p>
      )}
      <section className="sources" aria-labelledby="sources-title">
        <h2 id="sources-title">{words('references')}</h2>
        <References of={references} />
      </section>
      <ChaptersNav locale={locale} current={chapter.slug}>
        {previous && <Turn locale={locale} to={previous} label={words('previous')} way="back" />}
        {next && <Turn locale={locale} to={next} label={words('next')} way="on" />}
      </ChaptersNav>
    </PanelWords>
  );
}

type TurnProps = Readonly<{ locale: Locale; to: Chapter; label: string; way: 'back' | 'on' }>;

function Turn({ locale, to, label, way }: TurnProps) {
  return (
    <PageLink
      className="chapter-turn-link"
      href={chapterPath(locale, to.slug)}
      rel={way === 'on' ? 'next' : 'prev'}
      data-way={way}
    >
      <span>{label}</span>
      <b lang={to.language}>
        {to.number}. {to.frontmatter.title}
      </b>
    </PageLink>
  );
}
