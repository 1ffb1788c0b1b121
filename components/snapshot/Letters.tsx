// Letters in their boxes, as pictures draw them: SVG's own twin of the page's token chips.

import type { Config, Trace } from '@/gpu';
import { compare, glyph, oneShot } from '../panels/one-shot';

export type LettersProps = Readonly<{
  config: Config;
  /** What a method wrote in its first round; all of it for `ar`. */
  trace: Trace | undefined;
  /** The tokens that one-at-a-time decoding writes. */
  truth: readonly number[];
  /** The state of a letter that is right. */
  right: string;
  /** From one letter to the next, px. */
  pitch: number;
}>;

/** A row of letters; the first one's middle is at (0, 0). */
export function Letters({ config, trace, truth, right, pitch }: LettersProps) {
  return compare(oneShot(trace), truth).map(({ token, wrong }, k) => (
    <Letter
      // biome-ignore lint/suspicious/noArrayIndexKey: the k-th place is the k-th place
      key={k}
      x={k * pitch}
      y={0}
      letter={token === config.end ? '■' : glyph(config, token)}
      state={wrong ? 'reject' : right}
    />
  ));
}

/** A letter in its box; a wrong one is struck, and an empty box is a letter that is missing. */
export function Letter(props: Readonly<{ x: number; y: number; letter: string; state: string }>) {
  const { x, y, letter, state } = props;
  return (
    <g className="letter" data-state={state} transform={`translate(${x} ${y})`}>
      <rect x="-14" y="-16" width="28" height="32" rx="4" />
      <text dy="0.34em" textAnchor="middle">
        {letter}
      </text>
      {state === 'reject' && <path d="M-14 16L14 -16" />}
    </g>
  );
}
