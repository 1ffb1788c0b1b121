// The table of pairs in a chapter, with its words in the language of the page.

import { wordsOf } from '../i18n/catalogue';
import { pageLocale } from '../i18n/page-locale';
import type { Example } from './four-pairs';
import { PairsTable } from './PairsTable';

export function FourPairs({ of = 'code' }: { of?: Example }) {
  const words = wordsOf(pageLocale(), 'words');
  return <PairsTable of={of} caption={words('pairs')} heads={words('pairsHeads')} />;
}
