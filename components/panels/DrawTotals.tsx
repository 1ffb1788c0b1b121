'use client';
// What many draws add up to: whole names, letters, and letters before the first error.

import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { type DrawRow, type Totals, totalsOf } from './draws';
import { percent } from './rulers';

export function DrawTotals({ rows }: Readonly<{ rows: readonly DrawRow[] }>) {
  const words = usePanelWords('dependent');
  const ptp = totalsOf(rows, 'ptp');
  const independent = totalsOf(rows, 'independent');
  const count = rows.length;
  return (
    <table className="table draw-totals">
      <caption>{words('totals', { count })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words('shortPtp')}</th>
          <th scope="col">{words('shortIndependent')}</th>
        </tr>
      </thead>
      <tbody>
        {MEASURES.map(({ measure, read }) => (
          <tr key={measure}>
            <th scope="row">{words(measure)}</th>
            <td className="figures">{read(ptp, count, words)}</td>
            <td className="figures">{read(independent, count, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MEASURES: readonly Readonly<{
  measure: 'exact' | 'right' | 'leading';
  read: (totals: Totals, count: number, words: PanelWordsOf<'dependent'>) => string;
}>[] = [
  { measure: 'exact', read: ({ exact }, count, words) => words('ofAll', { exact, count }) },
  {
    measure: 'right',
    read: ({ right, of }, _, words) => percent(of ? right / of : 0, words),
  },
  {
    measure: 'leading',
    read: ({ leading }, count, words) =>
      words('lettersMean', { mean: words.number(count ? leading / count : 0, 1) }),
  },
];
