// The sheet that a picture stands on: its title above, below what was run and how to cite it. The same is in
// <metadata>, for programs.

import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import type { Drawing } from './pictures';

export type SheetProps = Readonly<{
  title: string;
  locale: Locale;
  drawing: Drawing;
  /** What was run, as a sentence. */
  about: string;
  /** Where the live panel is. */
  address: string;
  seed: number;
}>;

const WIDTH = 688;
const MARGIN = 24;
const TOP = 60;
const FOOT = 70;
/** About what fits on a line. */
const LINE = 100;

export function Sheet({ title, locale, drawing, about, address, seed }: SheetProps) {
  const words = wordsOf(locale, 'picture');
  const height = Math.ceil(TOP + drawing.height + FOOT);
  const short = address.length > LINE ? `${address.slice(0, LINE)}…` : address;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="sheet"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      lang={locale}
    >
      <title>{title}</title>
      <metadata>{JSON.stringify({ about, seed, address, citation: words('citation') })}</metadata>
      <rect className="sheet-paper" width={WIDTH} height={height} />
      <text className="sheet-title" x={MARGIN} y="34">
        {title}
      </text>
      <g transform={`translate(${MARGIN} ${TOP})`}>{drawing.body}</g>
      {[about, short, words('citation')].map((line, k) => (
        <text key={line} className="sheet-foot" x={MARGIN} y={height - 50 + k * 17}>
          {line}
        </text>
      ))}
    </svg>
  );
}
