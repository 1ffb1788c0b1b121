// The history as a line of systems: for each what a predicted token sees, drawn, and how the text is kept right.

import './chapter.css';
import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { at } from '../site';
import { ChaptersNav } from './ChaptersNav';
import { Cite } from './Cite';
import { chapterPath, readChapters } from './chapters';
import { readHistory, type System } from './history';
import { References } from './References';
import { addressOf, readReferences } from './read-references';

export function HistoryMap({ locale }: { locale: Locale }) {
  const words = wordsOf(locale, 'history');
  const systems = readHistory(locale);
  return (
    <>
      <header className="chapter-head">
        <h1>{words('title')}</h1>
        <p className="lede">{words('summary')}</p>
      </header>
      <ol className="history">
        {systems.map((system) => (
          <li key={system.reference} className="history-system">
            <When month={system.when} locale={locale} />
            <Graph {...system} label={words(system.sees)} />
            <SystemWords system={system} locale={locale} />
          </li>
        ))}
      </ol>
      <section className="sources" aria-labelledby="sources-title">
        <h2 id="sources-title">{words('references')}</h2>
        <References of={systems.map(({ reference }) => reference)} />
      </section>
      <ChaptersNav locale={locale} />
    </>
  );
}

/** The year, and the month in words. @param month `2017-11` */
function When({ month, locale }: Readonly<{ month: string; locale: Locale }>) {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (
    <time className="history-when" dateTime={month}>
      <span className="history-year">{month.slice(0, 4)}</span>{' '}
      {name.format(new Date(`${month}-01`))}
    </time>
  );
}

type SystemWordsProps = Readonly<{ system: System; locale: Locale }>;

/** What a system is. Its name leads to the work itself. */
function SystemWords({ system, locale }: SystemWordsProps) {
  const words = wordsOf(locale, 'history');
  const { reference, name, what, sees, kept, live } = system;
  const source = readReferences().get(reference);
  const chapter = readChapters(locale).find(({ slug }) => slug === live);
  return (
    <div>
      <a className="history-name" href={source && addressOf(source)}>
        {name}
      </a>{' '}
      <Cite id={reference} />
      <p>{what}</p>
      <p className="history-badges">
        <span data-sees={sees}>{words(sees)}</span>
        <span>{kept}</span>
        {chapter && (
          <a className="prose-link" href={at(chapterPath(locale, chapter.slug))}>
            {words.rich(
              'live',
              { title: (title) => <span lang={chapter.language}>{title}</span> },
              { chapter: chapter.frontmatter.title },
            )}
          </a>
        )}
      </p>
    </div>
  );
}

const X = [34, 68, 102];

/** The text at the left, the predicted tokens, and what each of them sees. */
function Graph({
  sees,
  ahead,
  label,
}: Pick<System, 'sees' | 'ahead'> & Readonly<{ label: string }>) {
  const above = sees === 'shared' || sees === 'noise' || sees === 'u' || sees === 'guesses';
  return (
    <svg className="history-graph" viewBox="0 0 120 56" role="img" aria-label={label}>
      <rect x="2" y="30" width="14" height="18" rx="2" className="history-text" />
      {X.slice(0, ahead).map((x, k) => (
        <g key={x}>
          <path
            className="history-arrow"
            d={`M17 46C${20 + x / 4} ${54 + k} ${x - 12} ${54 + k} ${x - 4} 48`}
          />
          {sees === 'chain' && k > 0 && (
            <path className="history-chain" d={`M${x - 26} 38H${x - 9}`} />
          )}
          {above && sees !== 'shared' && (
            <circle className="history-above" data-sees={sees} cx={x} cy="9" r="5" />
          )}
          {above &&
            X.slice(0, k + 1).map((from) => (
              <path
                key={from}
                className="history-above"
                data-sees={sees}
                d={sees === 'shared' ? `M68 14L${x} 29` : `M${from} 14L${x} 29`}
              />
            ))}
          <rect x={x - 8} y="30" width="16" height="18" rx="2" className="history-token" />
        </g>
      ))}
      {sees === 'shared' && (
        <rect className="history-above" data-sees={sees} x="62" y="3" width="12" height="11" />
      )}
    </svg>
  );
}
