// The store: one immutable value, replaced and never mutated. Read next: state.ts, use-notebook.tsx.

export type Store<T> = Readonly<{
  get: () => T;
  set: (next: T) => void;
  subscribe: (listener: () => void) => () => void;
}>;

/** A store that holds `initial` until it is set; listeners hear of every new value, not of equal ones. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const notify of listeners) notify();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
