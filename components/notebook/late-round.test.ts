import { expect, test } from 'vitest';
import { panelWordsOf } from '../i18n/catalogue';
import { setSeed, setStep } from './actions';
import { lateRound } from './late-round';
import { recordedState } from './recorded';
import type { State } from './state';

const words = panelWordsOf('en', 'notebook');
const rounds = recordedState.traces.tales['o-ptp']?.steps.length ?? 0;
const at = (step: number | null): State => ({
  ...recordedState,
  choices: setStep(recordedState.choices, step),
});

test('a round that is there needs no word', () => {
  expect(rounds).toBeGreaterThan(0);
  expect(lateRound(at(null), words)).toBeNull();
  expect(lateRound(at(rounds - 1), words)).toBeNull();
});

test('a round behind the last one is named, with the number of rounds', () => {
  expect(lateRound(at(rounds), words)).toBe(
    `This link names round ${rounds + 1}; this run has ${rounds}. The last one is shown.`,
  );
});

test('nothing is said before the run is there', () => {
  const state = at(rounds);
  const choices = setStep(setSeed(state.choices, 'tales', 99), rounds);
  expect(lateRound({ ...state, choices }, words)).toBeNull();
  const trace = state.traces.tales['o-ptp'];
  if (!trace) throw new Error('No recorded run');
  const tales = { 'o-ptp': { ...trace, done: false } };
  expect(lateRound({ ...state, traces: { ...state.traces, tales } }, words)).toBeNull();
});
