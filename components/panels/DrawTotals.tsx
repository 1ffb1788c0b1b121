// What many draws add up to: whole names, letters, and letters before the first error.

import { type DrawRow, type Totals, totalsOf } from './draws';
import { percent } from './rulers';

export function DrawTotals({ rows }: Readonly<{ rows: readonly DrawRow[] }>) {
  const ptp = totalsOf(rows, 'ptp');
  const independent = totalsOf(rows, 'independent');
  const count = rows.length;
  return (
    <table className="table draw-totals">
      <caption>
        {count} names drawn from {count} seeds, each in one call. Right: the letter that one at a
        time writes there.
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">PTP</th>
          <th scope="col">independent</th>
        </tr>
      </thead>
      <tbody>
        {MEASURES.map(({ label, read }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="figures">{read(ptp, count)}</td>
            <td className="figures">{read(independent, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MEASURES: readonly Readonly<{
  label: string;
  read: (totals: Totals, count: number) => string;
}>[] = [
  { label: 'whole names right', read: ({ exact }, count) => `${exact} of ${count}` },
  {
    label: 'letters right',
    read: ({ right, of }) => percent(of ? right / of : 0),
  },
  {
    label: 'right before the first error',
    read: ({ leading }, count) => `${(count ? leading / count : 0).toFixed(1)} letters`,
  },
];
