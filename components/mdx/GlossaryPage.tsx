// The glossary as a page.

import './chapter.css';
import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { ChaptersNav } from './ChaptersNav';
import { readGlossary } from './glossary';
import { TermText } from './TermText';

export function GlossaryPage({ locale }: { locale: Locale }) {
  const words = wordsOf(locale, 'chapter');
  return (
    <>
      <header className="chapter-head">
        <h1>{words('glossary')}</h1>
        <p className="lede">{words('glossarySummary')}</p>
      </header>
      <dl className="glossary">
        {Array.from(readGlossary(locale), ([id, { word, text }]) => (
          <div key={id} id={`term-${id}`}>
            <dt>{word}</dt>
            <dd>
              <TermText locale={locale} text={text} base="" />
            </dd>
          </div>
        ))}
      </dl>
      <ChaptersNav locale={locale} />
    </>
  );
}
