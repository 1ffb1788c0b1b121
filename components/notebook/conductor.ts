// Keeps what is shown in step with what is chosen: asks the worker for what is wanted and not yet known,
// and puts the answers into the store. The latest choice wins.

import { collect } from './answers';
import type { Client } from './client';
import { PARTS, type PartName, taskKey } from './parts';
import type { Task } from './protocol';
import type { State } from './state';
import type { Store } from './store';

/** Must be destroyed. `want` wakes a part; it then follows the choices. */
export type Conductor = Readonly<{ want: (part: PartName) => void; destroy: () => void }>;

export function createConductor(store: Store<State>, client: Client): Conductor {
  const wanted = new Set<PartName>();
  /** How to stop what is under way. */
  const working = new Map<PartName, () => void>();
  /** Key of the last task of a part that was begun and not stopped. */
  const known = new Map<PartName, string>();

  function update() {
    for (const part of wanted) follow(part);
  }

  function follow(part: PartName) {
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
    const answers = collect(store, task, PARTS[part].patient);
    const stop = client.start(task, PARTS[part].rank, {
      answer: answers.take,
      done: (fault) => {
        answers.show();
        working.delete(part);
        if (fault) fail(task, fault);
        else follow(part);
      },
    });
    working.set(part, stop);
  }

  function fail(task: Task, reason: string) {
    const state = store.get();
    const model = task.kind === 'runs' ? task.model : task.run.model;
    const failed = { ...state.models[model], status: { kind: 'failed', reason } as const };
    store.set({ ...state, models: { ...state.models, [model]: failed } });
  }

  const leave = store.subscribe(update);
  return {
    want(part) {
      if (wanted.has(part)) return;
      wanted.add(part);
      follow(part);
    },
    destroy() {
      leave();
      for (const stop of working.values()) stop();
    },
  };
}
