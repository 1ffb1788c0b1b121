// What a pinned run keeps of a figure: a line for each trace, as the figure shows it.

import { expect, test } from 'vitest';
import { type Trace, textOf } from '@/gpu';
import { panelWordsOf } from '../i18n/catalogue';
import { PLAIN } from '../i18n/numbers';
import { recordedState } from '../notebook/recorded';
import { pinnedLines } from './about';
import type { Cell } from './use-cell';

const words = panelWordsOf('en', 'cell');
const { names, tales } = recordedState.traces;

function linesOf(pinned: readonly (Trace | undefined)[], measures: Cell['measures'] = []) {
  const cell = { pinned: pinned.filter((trace) => trace !== undefined), measures };
  return pinnedLines(cell, recordedState.models, words);
}

const named = (measures: Cell['measures']) =>
  Object.fromEntries(
    measures.map(({ name, value }) => [name, typeof value === 'function' ? value(PLAIN) : value]),
  );

test('of names every line is kept, drafts as one call wrote them, with their letters right', () => {
  const [truth, ptp, independent] = linesOf([names.ar, names['o-ptp'], names.independent]);
  const letters = textOf(names.ar?.steps ?? []).length;
  expect(truth).toMatchObject({ method: 'ar', text: 'maliyah' });
  expect(named(truth?.measures ?? [])).toEqual({
    ...{ tokens: letters, calls: letters, 'tokens a call': '1.00' },
  });
  expect(ptp).toMatchObject({ method: 'o-ptp', text: 'maliyah' });
  expect(named(ptp?.measures ?? [])).toMatchObject({ calls: 1, right: `${letters} of ${letters}` });
  expect(independent?.text).not.toBe('maliyah');
  expect(named(independent?.measures ?? []).right).toMatch(new RegExp(`^[0-6] of ${letters}$`));
});

test('of tales the totals of a run are kept, and what the figure measures beside them', () => {
  const trace = tales['o-ptp'];
  const own = { name: 'tokens a round', value: '3.43' };
  const [line] = linesOf([trace], [own]);
  const tokens = textOf(trace?.steps ?? []).length;
  const calls = 2 * (trace?.steps.length ?? 0);
  expect(line?.text).toHaveLength(tokens);
  const perCall = (tokens / calls).toFixed(2);
  expect(named(line?.measures ?? [])).toMatchObject({
    ...{ tokens, calls, 'tokens a call': perCall, 'small calls': 0, 'tokens a round': '3.43' },
  });
});

test('of a figure without traces its measures are kept', () => {
  const measures = [{ name: 'another pair, PTP', value: '0.5 %' }];
  expect(linesOf([], measures)).toEqual([{ measures }]);
});
