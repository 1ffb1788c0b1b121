// A word of the field whose meaning opens in place. The browser's own popover: no script of ours.

import { type ReactNode, useId } from 'react';
import { pageLocale } from '../i18n/page-locale';
import { at } from '../site';
import { readGlossary } from './glossary';
import { TermText } from './TermText';

export type GlossProps = Readonly<{
  /** Id in content/glossary/<locale>.json. */
  of: string;
  children: ReactNode;
}>;

export function Gloss({ of, children }: GlossProps) {
  const locale = pageLocale();
  const id = `gloss${useId()}`;
  const term = readGlossary(locale).get(of);
  if (!term) throw new Error(`<Gloss of="${of}">: not in content/glossary/${locale}.json`);
  const glossary = at(`/${locale}/glossary`);
  return (
    <>
      <button type="button" className="gloss" popoverTarget={id}>
        {children}
      </button>
      <span popover="auto" id={id} className="gloss-text" role="note">
        <a className="gloss-word" href={`${glossary}#term-${of}`}>
          {term.word}
        </a>
        <TermText locale={locale} text={term.text} base={glossary} />
      </span>
    </>
  );
}
