// All combinations of a worked example: which occur, and how often each way of writing makes them.

import { cells, type Example } from './four-pairs';

const write = (p: number) => (p === 0 ? '0' : `1/${1 / p}`);

export type PairsTableProps = Readonly<{
  of: Example;
  caption: string;
  /** Said between the two numbers of a cell to those who do not see the arrow. */
  heads: string;
}>;

/** A row for each first token: a pair that occurs is outlined, one that never does is struck. */
export function PairsTable({ of, caption, heads }: PairsTableProps) {
  const all = cells(of);
  const firsts = [...new Set(all.map((cell) => cell.first))];
  return (
    <figure className="four-pairs">
      <table>
        <caption>{caption}</caption>
        <tbody>
          {firsts.map((first) => (
            <tr key={first}>
              {all
                .filter((cell) => cell.first === first)
                .map((cell) => (
                  <td key={cell.second} data-occurs={cell.joint > 0}>
                    <code>
                      {cell.first} <wbr />
                      {cell.second}
                    </code>
                    <span className="figures">
                      {write(cell.joint)}
                      <span aria-hidden="true"> → </span>
                      <span className="words">{heads}</span>
                      <b>{write(cell.independent)}</b>
                    </span>
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
