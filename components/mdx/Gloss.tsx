// A word of the field whose meaning opens in place.

import type { ReactNode } from 'react';
import { pageLocale } from '../i18n/page-locale';
import { at } from '../site';
import { Opens } from '../ui/Opens';
import { readGlossary } from './glossary';
import { TermText } from './TermText';

export type GlossProps = Readonly<{
  /** Id in content/glossary/<locale>.json. */
  of: string;
  children: ReactNode;
}>;

export function Gloss({ of, children }: GlossProps) {
  const locale = pageLocale();
  const term = readGlossary(locale).get(of);
  if (!term) throw new Error(`<Gloss of="${of}">: not in content/glossary/${locale}.json`);
  const glossary = at(`/${locale}/glossary`);
  return (
    <Opens
      text={
        <>
          <a className="opened-word" href={`${glossary}#term-${of}`}>
            {term.word}
          </a>
          <TermText locale={locale} text={term.text} base={glossary} />
        </>
      }
    >
      {children}
    </Opens>
  );
}
