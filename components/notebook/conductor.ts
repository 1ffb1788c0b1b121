// Keeps what is shown in step with what is chosen: asks the worker for what is wanted and not yet known,
// and puts the answers into the store. The latest choice wins. What failed is asked for again when the
// choices change, or when the reader says so.

import type { Told } from '@/gpu';
import { collect } from './answers';
import type { Client } from './client';
import type { PartName } from './part-names';
import { PARTS, taskKey } from './parts';
import { modelOf, type Task } from './protocol';
import type { State } from './state';
import type { Store } from './store';

/** Must be destroyed. */
export type Conductor = Readonly<{
  /** Wakes a part; it then follows the choices. */
  want: (part: PartName) => void;
  /** Stops what is under way for a part, which then follows the choices no more. */
  stop: (part: PartName) => void;
  /** Computes a part again, stopped or not. */
  again: (part: PartName) => void;
  /** Asks again for every part that failed. */
  retry: () => void;
  /** Begins again what was under way: its worker is gone. */
  restart: () => void;
  destroy: () => void;
}>;

export function createConductor(store: Store<State>, client: Client): Conductor {
  const wanted = new Set<PartName>();
  /** How to stop what is under way. */
  const working = new Map<PartName, () => void>();
  /** Key of the last task of a part that was begun and not stopped. */
  const known = new Map<PartName, string>();
  /** Parts whose last task failed. */
  const failed = new Set<PartName>();

  function update() {
    for (const part of wanted) follow(part);
  }

  function follow(part: PartName) {
    if (store.get().parts[part] === 'stopped') return;
    const task = PARTS[part].task(store.get());
    if (!task) return;
    const key = taskKey(task);
    if (known.get(part) === key) return;
    const under = working.get(part);
    if (under && PARTS[part].patient) return; // `finish` looks again
    under?.();
    begin(part, task, key);
  }

  function begin(part: PartName, task: Task, key: string) {
    known.set(part, key);
    failed.delete(part);
    const answers = collect(store, task, PARTS[part].patient);
    const stop = client.start(task, PARTS[part].rank, {
      answer: answers.take,
      done: (fault) => {
        answers.show();
        working.delete(part);
        if (fault) fail(part, task, fault);
        else follow(part);
        if (!working.has(part)) tell(part, undefined);
      },
    });
    working.set(part, stop);
    tell(part, 'running');
  }

  function tell(part: PartName, what: 'running' | 'stopped' | undefined) {
    const { [part]: before, ...others } = store.get().parts;
    if (what === before) return;
    store.set({ ...store.get(), parts: what ? { ...others, [part]: what } : others });
  }

  function halt(part: PartName) {
    working.get(part)?.();
    working.delete(part);
    known.delete(part);
  }

  function fail(part: PartName, task: Task, fault: Told) {
    failed.add(part);
    const state = store.get();
    const model = modelOf(task);
    const status = { kind: 'failed', fault } as const;
    const models = { ...state.models, [model]: { ...state.models[model], status } };
    store.set({ ...state, models });
  }

  const leave = store.subscribe(update);
  return {
    want(part) {
      if (wanted.has(part)) return;
      wanted.add(part);
      follow(part);
    },
    stop(part) {
      halt(part);
      tell(part, 'stopped');
    },
    again(part) {
      wanted.add(part);
      halt(part);
      tell(part, undefined);
      follow(part);
    },
    retry() {
      for (const part of [...failed]) {
        known.delete(part);
        follow(part);
      }
    },
    restart() {
      for (const part of [...working.keys()]) {
        halt(part);
        follow(part);
      }
    },
    destroy() {
      leave();
      for (const stop of working.values()) stop();
    },
  };
}
