'use client';

// The class's numbers on the ruler of the first letter, and its letters counted beside the model's
// distribution. A pure function.

import type { Config } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { glyph } from '../panels/one-shot';
import { countLetters } from './letters';

export type LetterChartProps = Readonly<{
  config: Config;
  /** CDF [V] of the first letter. */
  first: readonly number[];
  /** Numbers of the class in [0, 1). */
  us: readonly number[];
  /** Show the counts, and not only where the numbers fall. */
  counted: boolean;
}>;

const WIDTH = 960;
const RULER = 56;
const BARS = 190;
const BOTTOM = 28;
/** Bins narrower than this carry no letter. */
const NARROW = 16;

export function LetterChart({ config, first, us, counted }: LetterChartProps) {
  const words = usePanelWords('classroomRoom');
  const { probabilities, counts, shares, distance } = countLetters(first, us);
  const letters = probabilities.flatMap((p, token) =>
    p > 0 ? [{ token, p, name: token === config.end ? '■' : glyph(config, token) }] : [],
  );
  const most = Math.max(0.01, ...probabilities, ...shares);
  const step = WIDTH / letters.length;
  const height = (share: number) => (share / most) * (BARS - 20);
  const ground = RULER + BARS;
  return (
    <figure className="letter-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${ground + BOTTOM}`}
        role="img"
        aria-label={
          distance === null
            ? words('letters', { count: us.length })
            : words('lettersApart', { count: us.length, distance: words.number(distance, 2) })
        }
      >
        {letters.map(({ token, p, name }) => {
          const x = ((first[token] ?? 0) - p) * WIDTH;
          return (
            <g key={token}>
              <rect className="letter-bin" x={x} y={18} width={p * WIDTH} height={RULER - 26} />
              {p * WIDTH > NARROW && (
                <text className="letter-name" x={x + (p * WIDTH) / 2} y={39} textAnchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        })}
        {us.map((u, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: numbers have no names, and may be equal
          <path key={k} className="letter-u" d={`M${(u * WIDTH).toFixed(1)} 2v16`} />
        ))}
        {counted &&
          letters.map(({ token, p, name }, k) => {
            const x = k * step;
            const share = shares[token] ?? 0;
            return (
              <g key={token}>
                <rect
                  className="letter-share"
                  x={x + step * 0.14}
                  y={ground - height(share)}
                  width={step * 0.72}
                  height={height(share)}
                />
                <path
                  className="letter-model"
                  d={`M${x + step * 0.04} ${ground - height(p)}h${step * 0.92}`}
                />
                <text
                  className="letter-name"
                  x={x + step / 2}
                  y={ground + BOTTOM - 6}
                  textAnchor="middle"
                >
                  {name}
                </text>
                {(counts[token] ?? 0) > 0 && (
                  <text
                    className="letter-count"
                    x={x + step / 2}
                    y={ground - height(share) - 5}
                    textAnchor="middle"
                  >
                    {counts[token]}
                  </text>
                )}
              </g>
            );
          })}
      </svg>
      {counted && (
        <figcaption>
          {words('bars', { count: us.length })}{' '}
          {distance !== null &&
            words.rich(
              'distance',
              { b: (number) => <b className="figures">{number}</b> },
              { distance: words.number(distance, 2) },
            )}
        </figcaption>
      )}
    </figure>
  );
}
