// Awake, a frame may hold a worker and a GPU; asleep it holds neither. Which frame may be awake: two-awake.ts.

import { takePlace } from './two-awake';

export type Sleeper = Readonly<{
  /** Resolves once the frame may be awake. */
  wake: () => Promise<void>;
  sleep: () => void;
}>;

/** A frame that is asleep. `onAsleep` is also called when another frame takes its place. */
export function createSleeper(onAwake: () => void, onAsleep: () => void): Sleeper {
  let place: ReturnType<typeof takePlace> | null = null;

  function sleep() {
    if (!place) return;
    void place.then(({ leave }) => leave());
    place = null;
    onAsleep();
  }

  return {
    sleep,
    async wake() {
      if (place) return;
      place = takePlace(sleep);
      await place;
      onAwake();
    },
  };
}
