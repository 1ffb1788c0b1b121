// What a term of the glossary means, with its u's in their colour and its links to other terms.

import { Fragment } from 'react';
import type { Locale } from '../i18n/locales';
import { piecesOf, readGlossary } from './glossary';
import { U } from './U';

/** @param base where the links to other terms lead: an address of the glossary, or nothing on its own page */
export function TermText({ locale, text, base }: { locale: Locale; text: string; base: string }) {
  const terms = readGlossary(locale);
  return piecesOf(text).map((piece, index) => {
    const key = `${index}`;
    if (piece.kind === 'u') return piece.k ? <U key={key} k={piece.k} /> : <U key={key} />;
    if (piece.kind === 'words') return <Fragment key={key}>{piece.words}</Fragment>;
    const other = terms.get(piece.id);
    if (!other) throw new Error(`content/glossary/${locale}.json: [${piece.id}]: no such term`);
    return (
      <a key={key} className="prose-link" href={`${base}#term-${piece.id}`}>
        {piece.words ?? other.word}
      </a>
    );
  });
}
