// The page's end of the model worker, which starts with the first task.

import type { ModelName, Told } from '@/gpu';
import type { Answer, Ask, Task, Tell } from './protocol';

export type Listener = Readonly<{
  answer: (answer: Answer) => void;
  /** The task is done; or stopped by itself, and why. Not heard after `stop`. */
  done: (fault: Told | null) => void;
}>;

export type Client = Readonly<{
  /** @returns stop: nothing is heard of the task afterwards */
  start: (task: Task, rank: number, listener: Listener) => () => void;
  /** Whether a model's files may be downloaded; they may unless this forbade it. */
  allow: (model: ModelName, allowed: boolean) => void;
  /** Gives back the worker, its memory and its GPU; nothing is heard of its tasks. The next task starts anew. */
  release: () => void;
  destroy: () => void;
}>;

const STOPPED: Told = {
  code: 'no-worker',
  message: 'The model’s worker stopped. The recorded run stays.',
};

/** What is needed of a worker: an embedded panel has another kind (components/embed/open-worker.ts). */
export type ModelWorker = {
  postMessage: (ask: Ask) => void;
  onmessage: ((event: MessageEvent<Tell>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate: () => void;
};

/** The worker of a page, from the page's own origin. */
export function openPageWorker(): ModelWorker {
  return new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * @param onModel    hears how far each model is
 * @param openWorker called for the first task, and for the first after `release`; may throw
 */
export function createClient(
  onModel: (news: Extract<Tell, { kind: 'model' }>) => void,
  openWorker = openPageWorker,
): Client {
  const listeners = new Map<number, Listener>();
  let worker: ModelWorker | undefined;
  let count = 0;

  function hear(message: Tell) {
    if (message.kind === 'model') {
      onModel(message);
      return;
    }
    const listener = listeners.get(message.id);
    if (!listener) return;
    if (message.kind === 'answer') {
      listener.answer(message.answer);
      return;
    }
    listeners.delete(message.id);
    listener.done(message.kind === 'fault' ? message.fault : null);
  }

  function fail() {
    const waiting = [...listeners.values()];
    listeners.clear();
    worker?.terminate();
    worker = undefined;
    for (const { done } of waiting) done(STOPPED);
  }

  function rest() {
    worker?.postMessage({ kind: 'rest', resting: document.hidden } satisfies Ask);
  }

  function open(): ModelWorker | undefined {
    try {
      const opened = openWorker();
      opened.onmessage = ({ data }) => hear(data);
      opened.onerror = fail;
      return opened;
    } catch {
      return undefined; // a browser that forbids workers: `start` says so in words
    }
  }

  function release() {
    listeners.clear();
    worker?.terminate();
    worker = undefined;
  }

  document.addEventListener('visibilitychange', rest);
  return {
    release,
    allow: (model, allowed) =>
      worker?.postMessage({ kind: 'download', model, allowed } satisfies Ask),
    start(task, rank, listener) {
      count += 1;
      const id = count;
      listeners.set(id, listener);
      if (!worker) {
        worker = open();
        rest();
      }
      const ask: Ask = { kind: 'task', id, rank, task };
      if (worker) worker.postMessage(ask);
      else queueMicrotask(fail);
      return () => {
        if (listeners.delete(id)) worker?.postMessage({ kind: 'stop', id } satisfies Ask);
      };
    },
    destroy() {
      document.removeEventListener('visibilitychange', rest);
      release();
    },
  };
}
