import { describe, expect, test } from 'vitest';
import type { StepTrace } from '@/gpu';
import { setPrompt, setSeed, setTemperature } from './actions';
import type { Client, Listener } from './client';
import { createConductor } from './conductor';
import { emptyState } from './fixture';
import type { Task } from './protocol';
import type { Choices, State } from './state';
import { createStore } from './store';

const step: StepTrace = {
  ...{ position: 0, u: [], drafts: [], checks: [1], accepted: 1, checkCdfs: [], draftCdfs: [] },
  ...{ confidences: [], calls: 1, rows: 1, smallCalls: 0, ms: 1 },
};

function setUp(state: State = emptyState()) {
  const asked: { task: Task; listener: Listener; stopped: boolean }[] = [];
  const client: Client = {
    start: (task, _rank, listener) => {
      const entry = { task, listener, stopped: false };
      asked.push(entry);
      return () => {
        entry.stopped = true;
      };
    },
    allow: () => {},
    release: () => {},
    destroy: () => {},
  };
  const store = createStore(state);
  const conductor = createConductor(store, client);
  const choose = (change: (choices: Choices) => Choices) =>
    store.set({ ...store.get(), choices: change(store.get().choices) });
  return { asked, choose, conductor, store };
}

const seedOf = (task: Task | undefined) => (task?.kind === 'runs' ? task.runs[0]?.run.seed : -1);

describe('the conductor', () => {
  test('asks for nothing before it is wanted', () => {
    const { asked, choose } = setUp();
    choose((choices) => setSeed(choices, 'names', 5));
    expect(asked).toHaveLength(0);
  });

  test('under a dial that never rests, answers one and then asks for the latest alone', () => {
    const { asked, choose, conductor } = setUp();
    conductor.want('names');
    for (const seed of [5, 6, 8]) choose((choices) => setSeed(choices, 'names', seed));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.stopped).toBe(false);
    asked[0]?.listener.done(null);
    expect(asked).toHaveLength(2);
    expect(seedOf(asked[1]?.task)).toBe(8);
  });

  test('shows the three lines together, never a new one beside an old one', () => {
    const { asked, conductor, store } = setUp();
    conductor.want('names');
    asked[0]?.listener.answer({ kind: 'step', index: 0, step });
    expect(store.get().traces.names).toEqual({});
    for (const index of [1, 2]) asked[0]?.listener.answer({ kind: 'step', index, step });
    asked[0]?.listener.done(null);
    expect(Object.keys(store.get().traces.names)).toEqual(['ar', 'o-ptp', 'independent']);
  });

  test('stops a long run as soon as another is wanted', () => {
    const { asked, choose, conductor } = setUp({ ...emptyState(), choices: blank() });
    conductor.want('tales');
    choose((choices) => setTemperature(choices, 'tales', 1));
    expect(asked).toHaveLength(2);
    expect(asked[0]?.stopped).toBe(true);
  });

  test('a part that the reader stops stays as it is until it is run again', () => {
    const { asked, choose, conductor, store } = setUp({ ...emptyState(), choices: blank() });
    conductor.want('tales');
    expect(store.get().parts).toEqual({ tales: 'running' });
    conductor.stop('tales');
    expect(asked[0]?.stopped).toBe(true);
    expect(store.get().parts).toEqual({ tales: 'stopped' });
    choose((choices) => setTemperature(choices, 'tales', 1));
    expect(asked).toHaveLength(1);
    conductor.again('tales');
    expect(asked).toHaveLength(2);
    asked[1]?.listener.done(null);
    expect(store.get().parts).toEqual({});
    // What is known already is computed again when the reader says so.
    conductor.again('tales');
    expect(asked).toHaveLength(3);
  });

  test('runs nothing for a prompt that the model does not know', () => {
    const { asked, choose, conductor } = setUp({ ...emptyState(), choices: blank() });
    choose((choices) => setPrompt(choices, 'tales', '🙂'));
    conductor.want('tales');
    expect(asked).toHaveLength(0);
  });

  test('tells why there is no live model', () => {
    const { asked, conductor, store } = setUp();
    conductor.want('names');
    const fault = { code: 'no-weights', message: 'The weights could not be fetched.' } as const;
    asked[0]?.listener.done(fault);
    expect(store.get().models.names.status).toEqual({ kind: 'failed', fault });
  });
});

test('begins again what was under way when the page comes back, and nothing else', () => {
  const { asked, conductor, store } = setUp();
  for (const part of ['names', 'squares', 'draws'] as const) conductor.want(part);
  asked[1]?.listener.done(null);
  asked[2]?.listener.done({ code: 'no-weights', message: 'The network failed.' });
  asked[0]?.listener.answer({ kind: 'step', index: 0, step });
  conductor.restart();
  expect(asked.slice(3).map(({ task }) => task)).toEqual([asked[0]?.task]);
  expect(asked[0]?.stopped).toBe(true);
  for (const index of [0, 1, 2]) asked[3]?.listener.answer({ kind: 'step', index, step });
  asked[3]?.listener.done(null);
  expect(store.get().traces.names.ar?.steps).toHaveLength(1);
});

describe('after a failure, the conductor', () => {
  test('does not ask by itself', () => {
    const { asked, conductor, store } = setUp();
    conductor.want('names');
    asked[0]?.listener.done({ code: 'no-weights', message: 'The network failed.' });
    store.set({ ...store.get(), lit: { model: 'names', position: 0 } });
    expect(asked).toHaveLength(1);
  });

  test('asks again for what failed, and for nothing else', () => {
    const { asked, conductor } = setUp();
    for (const part of ['names', 'squares', 'draws'] as const) conductor.want(part);
    asked[0]?.listener.done({ code: 'no-weights', message: 'The network failed.' });
    asked[1]?.listener.done(null);
    asked[2]?.listener.done({ code: 'no-weights', message: 'The network failed.' });
    conductor.retry();
    expect(asked.slice(3).map(({ task }) => task.kind)).toEqual(['runs', 'draws']);
    conductor.retry();
    expect(asked).toHaveLength(5);
  });

  test('asks for other choices at once, and not again for the old ones', () => {
    const { asked, choose, conductor } = setUp();
    conductor.want('names');
    asked[0]?.listener.done({ code: 'no-weights', message: 'The network failed.' });
    choose((choices) => setSeed(choices, 'names', 5));
    conductor.retry();
    expect(asked).toHaveLength(2);
    expect(seedOf(asked[1]?.task)).toBe(5);
  });
});

function blank(): Choices {
  return setPrompt(emptyState().choices, 'tales', '');
}
