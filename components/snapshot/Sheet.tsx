// The sheet that a picture stands on: its title above, below what was run and how to cite it. The same is in
// <metadata>, for programs.

import { wordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { type Drawing, linesOf } from './drawing';

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
/** Above the lines at the foot, and between them. */
const REST = 19;
const LEADING = 17;
/** About what fits on a line. */
const LINE = 100;

export function Sheet({ title, locale, drawing, about, address, seed }: SheetProps) {
  const words = wordsOf(locale, 'picture');
  const short = address.length > LINE ? `${address.slice(0, LINE)}…` : address;
  const foot = [...linesOf(about, LINE), short, words('citation')];
  const bottom = Math.ceil(TOP + drawing.height + REST);
  const height = bottom + foot.length * LEADING;
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
      {foot.map((line, k) => (
        <text key={line} className="sheet-foot" x={MARGIN} y={bottom + 1 + k * LEADING}>
          {line}
        </text>
      ))}
    </svg>
  );
}
