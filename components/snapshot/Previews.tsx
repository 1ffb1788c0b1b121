// A chapter as a picture for link previews: number, title, summary, and below what the cover shows of its recorded
// run: the letters of independent heads, then those of O-PTP.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { methods } from '@/gpu';
import { wordsOf } from '../i18n/catalogue';
import { LOCALES, type Locale } from '../i18n/locales';
import { type Chapter, readChapters } from '../mdx/chapters';
import { recordedState } from '../notebook/recorded';
import { oneShot } from '../panels/one-shot';
import { Letters, linesOf } from './drawing';
import { withPlainStyle } from './plain-style';
import { pngOf } from './png';
import { PREVIEW_SIZE, previewPath } from './preview-path';

const SHEETS = [
  ...['app/styles/tokens.css', 'components/snapshot/picture.css'],
  'components/snapshot/preview.css',
];
export const MARGIN = 72;
/** Characters that fit on a line. */
const TITLE = 34;
const SUMMARY = 62;
/** From one line to the next, px. */
const TITLE_LEADING = 68;
const SUMMARY_LEADING = 46;
/** Below it, nothing of the chapter's own, px. */
export const RULE = 466;

/** Every chapter's picture as SVG, in every language. `root` is the package's folder, and the current one. */
export function drawPreviews(root: string): { path: string; svg: string }[] {
  const sheets = SHEETS.map((file) => readFileSync(join(root, file), 'utf8'));
  return LOCALES.flatMap((locale) =>
    readChapters(locale).map((chapter) => ({
      path: previewPath(locale, chapter.slug),
      svg: withPlainStyle(
        renderToStaticMarkup(<Preview {...{ locale, chapter }} />),
        sheets,
        'light',
      ),
    })),
  );
}

/** The same as PNG files, at their addresses below public/. */
export function takePreviews(root: string): { path: string; png: Uint8Array }[] {
  return drawPreviews(root).map(({ path, svg }) => ({ path, png: pngOf(root, svg, 1) }));
}

function Preview({ locale, chapter }: Readonly<{ locale: Locale; chapter: Chapter }>) {
  const { width, height } = PREVIEW_SIZE;
  const words = wordsOf(locale, 'chapter');
  const title = linesOf(chapter.frontmatter.title, TITLE);
  const below = 216 + title.length * TITLE_LEADING;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`}>
      <title>{chapter.frontmatter.title}</title>
      <rect className="sheet-paper" width={width} height={height} />
      <text className="preview-name" x={MARGIN} y="106">
        Foretoken
      </text>
      <text className="preview-number" x={width - MARGIN} y="106" textAnchor="end">
        {words('number', { number: chapter.number })}
      </text>
      <Lines className="preview-title" y={216} leading={TITLE_LEADING} lines={title} />
      <Lines
        className="preview-summary"
        y={below}
        leading={SUMMARY_LEADING}
        lines={linesOf(chapter.frontmatter.summary, SUMMARY)}
      />
      <path className="preview-rule" d={`M${MARGIN} ${RULE}H${width - MARGIN}`} />
      <LettersOfCover />
    </svg>
  );
}

function Lines(
  props: Readonly<{ className: string; y: number; leading: number; lines: readonly string[] }>,
) {
  const { className, y, leading, lines } = props;
  return lines.map((line, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the k-th line is the k-th line
    <text key={k} className={className} x={MARGIN} y={y + k * leading}>
      {line.trim()}
    </text>
  ));
}

function LettersOfCover() {
  const { config } = recordedState.models.names;
  const traces = recordedState.traces.names;
  const truth = oneShot(traces.ar);
  const written = [
    { method: 'independent', right: 'independent', x: MARGIN },
    { method: 'o-ptp', right: 'accept', x: PREVIEW_SIZE.width / 2 },
  ] as const;
  return written.map(({ method, right, x }) => (
    <g key={method} transform={`translate(${x} 0)`}>
      <text className="preview-method" y="512">
        {methods[method].label}
      </text>
      <g transform="translate(23 562) scale(1.6)">
        <Letters {...{ config, truth, right }} trace={traces[method]} pitch={32} />
      </g>
    </g>
  ));
}
