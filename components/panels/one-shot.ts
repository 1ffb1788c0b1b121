// What a method writes in one shot beside what one-at-a-time decoding writes with the same u's.

import { type Config, type Trace, textOf } from '@/gpu';

/** One place of a line: what stands there, and what should. */
export type Place = Readonly<{
  /** The token, or null where the line is shorter than the true one. */
  token: number | null;
  /** What one-at-a-time decoding writes here; null behind its end. */
  truth: number | null;
  wrong: boolean;
}>;

/**
 * A line place by place, as long as the longer of the two.
 * @param tokens token ids, end mark included
 * @param truth  token ids of one-at-a-time decoding, end mark included
 */
export function compare(tokens: readonly number[], truth: readonly number[]): Place[] {
  const length = Math.max(tokens.length, truth.length);
  return Array.from({ length }, (_, k) => {
    const token = tokens[k] ?? null;
    const right = truth[k] ?? null;
    return { token, truth: right, wrong: token !== right };
  });
}

/** What a method writes before anything is checked: the drafts of its first round; all of it for `ar`. */
export function oneShot(trace: Trace | undefined): readonly number[] {
  if (!trace) return [];
  return trace.run.method === 'ar' ? textOf(trace.steps) : (trace.steps[0]?.drafts ?? []);
}

export type Score = Readonly<{ right: number; of: number; leading: number; exact: boolean }>;

/** How many places of the true text are right, and how many before the first wrong one. */
export function scoreOf(places: readonly Place[]): Score {
  const of = places.filter(({ truth }) => truth !== null).length;
  const right = places.filter(({ wrong }) => !wrong).length;
  const first = places.findIndex(({ wrong }) => wrong);
  return { right, of, leading: first === -1 ? places.length : first, exact: first === -1 };
}

/** A token as a chip takes it: its character, the end mark as NUL, the empty string for nothing. */
export function glyph(config: Config, token: number | null): string {
  return token === null ? '' : config.vocabulary.charAt(token);
}

/** A text without its end mark: `anna`. @param prompt what it begins with */
export function said(config: Config, prompt: string, tokens: readonly number[]): string {
  const letters = tokens.filter((token) => token !== config.end);
  return prompt + letters.map((token) => glyph(config, token)).join('');
}
