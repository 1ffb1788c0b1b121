// Files that a reader takes along: tables as CSV, and how a browser is handed any of them.

import { type Cell, PLAIN, writeCell } from '../i18n/numbers';
import type { TableData } from '../ui/DataTable';

/**
 * A table as CSV (RFC 4180), in UTF-8; numbers have a point, whatever the page's language.
 * @param lines what the table is of; they stand above it as comments, each behind a `#`
 */
export function csvOf({ caption, head, rows }: TableData, lines: readonly string[]): string {
  const comments = [caption, ...lines].map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`);
  const table = [head, ...rows].map((row) => row.map(field).join(','));
  return `${[...comments, ...table].join('\r\n')}\r\n`;
}

/** Quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function field(value: Cell): string {
  const text = writeCell(value, PLAIN);
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the browser's downloads. */
export function save(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
