'use client';
// Many buttons with one tab stop: arrow keys walk along them, in the order of the page.

import { type KeyboardEvent, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * @param count buttons inside the element that gets `walk`
 * @returns `stop`, the button that the tab key reaches, and `setStop` for one that is pressed
 */
export function useWalk(count: number) {
  const [current, setStop] = useState(0);
  const last = Math.max(0, count - 1);
  const stop = Math.min(current, last);

  function walk(event: KeyboardEvent<HTMLElement>) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, stop + step));
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  }

  return { stop, setStop, walk };
}
