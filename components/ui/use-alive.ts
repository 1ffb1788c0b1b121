'use client';
// Whether the page answers yet. What a reader would write into a drawing of a field is lost when it comes alive.

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the HTML and while it is being hydrated, then true. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
