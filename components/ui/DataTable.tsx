// A plain table: the equivalent of a picture for those who read rather than see it.

export type TableData = Readonly<{
  /** What the rows are; read aloud before them. */
  caption: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}>;

/** A table of words and numbers. Numbers stand right and keep their width; format them beforehand. */
export function DataTable({ caption, head, rows }: TableData) {
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
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
