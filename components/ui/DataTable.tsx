'use client';
// A plain table: the equivalent of a picture for those who read rather than see it.

import { type Cell, writeCell } from '../i18n/numbers';
import { useNumbers } from '../i18n/PanelWords';

export type TableData = Readonly<{
  /** What the rows are; read aloud before them. */
  caption: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}>;

/** A table of words and numbers. Plain numbers stand right and keep their width. */
export function DataTable({ caption, head, rows }: TableData) {
  const numbers = useNumbers();
  return (
    <table className="table">
      <caption className="words">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={head[column]} className={typeof cell === 'number' ? 'number' : undefined}>
                {writeCell(cell, numbers)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
