'use client';
// How a panel reads the store and acts on it. Panels get values and callbacks from here, nothing else.

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ModelName, Trace } from '@/gpu';
import type { PartName } from './part-names';
import type { Choices, Lit, Pin, State } from './state';
import type { Store } from './store';

export type Actions = Readonly<{
  /** While the reader drags: shown at once, nothing to undo yet. */
  preview: (change: (choices: Choices) => Choices) => void;
  /** A choice made: an entry of the history. */
  commit: (change: (choices: Choices) => Choices) => void;
  undo: () => void;
  redo: () => void;
  /** Show traces from a file, with the choices they were made by. They stay until the reader runs again. */
  open: (choices: Choices, traces: readonly Trace[]) => void;
  pin: (pin: Pin) => void;
  unpin: (pin: Pin) => void;
  light: (lit: Lit | null) => void;
  /** Wake a part of the page: its model loads, and it follows the choices from now on. */
  want: (part: PartName) => void;
  /** Stop computing a part, which then follows the choices no more. */
  stop: (part: PartName) => void;
  /** Compute a part again, stopped or not. */
  again: (part: PartName) => void;
  /** Stop downloading a model; what it was needed for fails. */
  cancel: (model: ModelName) => void;
  /** Ask again for everything that failed, stopped downloads included. */
  retry: () => void;
}>;

export type NotebookValue = Readonly<{ store: Store<State>; initial: State; actions: Actions }>;

export const NotebookContext = createContext<NotebookValue | null>(null);

function useNotebook(): NotebookValue {
  const value = useContext(NotebookContext);
  if (!value) throw new Error('A panel stands outside <Notebook>: wrap the page in it.');
  return value;
}

export function useActions(): Actions {
  return useNotebook().actions;
}

/** A part of the state, the recorded one while the page is being hydrated. `select` must not make new values. */
export function useNotebookState<T>(select: (state: State) => T): T {
  const { store, initial } = useNotebook();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(initial),
  );
}

/** `true` once `value` has been true for `ms` without a break; false at once. Keeps signs from flickering. */
export function useLasting(value: boolean, ms = 300): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value && lasting;
}
