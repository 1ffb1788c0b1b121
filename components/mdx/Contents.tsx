// The list of chapters, each with its years as a stretch of one line.

import { max, min } from 'd3-array';
import type { CSSProperties } from 'react';
import { LOCALE_NAMES, type Locale } from '../i18n/locales';
import { PageLink } from '../ui/PageLink';
import { chapterPath, readChapters } from './chapters';

/** @param current slug of the chapter that the list stands in */
export function Contents({ locale, current }: { locale: Locale; current?: string }) {
  const chapters = readChapters(locale);
  const first = min(chapters, ({ frontmatter }) => frontmatter.years[0]) ?? 0;
  const last = max(chapters, ({ frontmatter }) => frontmatter.years[1]) ?? 0;
  const years = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  return (
    <div className="contents" style={{ '--years': years.length } as CSSProperties}>
      <div className="contents-scale figures" aria-hidden="true">
        {years.map((year) => (
          <span key={year}>{year}</span>
        ))}
      </div>
      <ol>
        {chapters.map(
          ({
            number,
            slug,
            language,
            frontmatter: {
              title,
              summary,
              years: [from, to],
            },
          }) => (
            <li key={slug} data-current={slug === current || undefined}>
              <PageLink
                lang={language}
                href={chapterPath(locale, slug)}
                aria-current={slug === current ? 'page' : undefined}
              >
                <span className="contents-number figures">{number}</span>
                <span className="contents-title">
                  {title}
                  {language !== locale && <small> {LOCALE_NAMES[language]}</small>}
                </span>
                <span className="contents-years figures">{writeYears(from, to)}</span>
                <span className="contents-line" aria-hidden="true">
                  <span style={{ gridColumn: `${from - first + 1} / ${to - first + 2}` }} />
                </span>
                <span className="contents-summary">{summary}</span>
              </PageLink>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}

/** `2018–2020`, or one year alone. */
export function writeYears(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
