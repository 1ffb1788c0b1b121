// What a picture is, and the marks that several are drawn with.

import type { ReactNode } from 'react';
import type { Config, Trace } from '@/gpu';
import type { Locale } from '../i18n/locales';
import type { State } from '../notebook/state';
import { sign } from '../panels/JointMap';
import { compare, oneShot } from '../panels/one-shot';
import { type Bin, binsOf } from '../panels/rulers';
import { tenth } from '../svg/scale';

/** Drawn 640 wide, and so high. */
export type Drawing = Readonly<{
  height: number;
  body: ReactNode;
  /** Where its numbers come from, if not from the run that was asked for. */
  about?: string;
}>;

/** Null where the state has nothing to draw. @param cursor output position, from 1 */
export type Draw = (state: State, locale: Locale, cursor: number) => Drawing | null;

export const WIDTH = 640;

/** Text in lines of so many characters at most, broken at spaces where there are any. */
export function linesOf(text: string, most: number): string[] {
  const line = new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'g');
  return text.split('\n').flatMap((part) => part.match(line) ?? ['']);
}

/** Lines of a sentence about the picture, the first at `y`. */
export function Note({ text, y }: Readonly<{ text: string; y: number }>) {
  return linesOf(text, 100).map((line, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the k-th line is the k-th line
    <text key={k} className="picture-name" y={y + k * 17}>
      {line}
    </text>
  ));
}

export function noteHeight(text: string): number {
  return linesOf(text, 100).length * 17;
}

/** A letter in its box; a wrong one is struck, and an empty box is a letter that is missing. */
export function Letter(props: Readonly<{ x: number; y: number; letter: string; state: string }>) {
  const { x, y, letter, state } = props;
  return (
    <g className="letter" data-state={state} transform={`translate(${tenth(x)} ${y})`}>
      <rect x="-14" y="-16" width="28" height="32" rx="4" />
      <text dy="0.34em" textAnchor="middle">
        {letter}
      </text>
      {state === 'reject' && <path d="M-14 16L14 -16" />}
    </g>
  );
}

/** A letter's sign; nothing where one is missing. */
export function signOf(config: Config, token: number | null): string {
  return token === null ? '' : sign(config, token);
}

type LettersProps = Readonly<{
  config: Config;
  trace: Trace | undefined;
  /** The tokens that one-at-a-time decoding writes. */
  truth: readonly number[];
  /** The state of a letter that is right. */
  right: string;
  /** From one letter to the next, px. */
  pitch: number;
}>;

/** What a method writes before anything is checked; the first letter's middle is at (0, 0). */
export function Letters({ config, trace, truth, right, pitch }: LettersProps) {
  return compare(oneShot(trace), truth).map(({ token, wrong }, k) => (
    <Letter
      // biome-ignore lint/suspicious/noArrayIndexKey: the k-th place is the k-th place
      key={k}
      x={k * pitch}
      y={0}
      letter={signOf(config, token)}
      state={wrong ? 'reject' : right}
    />
  ));
}

type RulerProps = Readonly<{
  config: Config;
  /** [V] */
  cdf: Float64Array;
  u: number;
  picked: Bin | undefined;
  left: number;
  width: number;
}>;

/** The bins of a CDF and where u lies in them, around y = 0. */
export function Ruler({ config, cdf, u, picked, left, width }: RulerProps) {
  const x = (value: number) => tenth(left + value * width);
  return (
    <>
      {binsOf(cdf).map(({ token, from, to }) => (
        <g key={token} className="bin" data-picked={token === picked?.token || undefined}>
          <rect x={x(from)} y="-14" width={tenth((to - from) * width)} height="28" />
          {(to - from) * width >= 13 && (
            <text x={x((from + to) / 2)} dy="0.34em" textAnchor="middle">
              {sign(config, token)}
            </text>
          )}
        </g>
      ))}
      <path className="ruler-u" d={`M${x(u)} -18V18`} />
    </>
  );
}
