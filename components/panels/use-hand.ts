'use client';
// A choice that is made by moving: shown at once while it moves, an entry of the history when the hand
// lets go.

import { useEffect, useRef } from 'react';
import { useActions } from '../notebook/context';
import type { Choices } from '../notebook/state';

/** Keys and wheels have no moment of letting go: so long a rest counts as one, ms. */
const REST_MS = 600;

/**
 * @returns `move` for the control, and handlers for an element round it that hear when the pointer is
 * down
 */
export function useHand() {
  const { preview, commit } = useActions();
  const down = useRef(false);
  const moved = useRef(false);
  /** The choices before this movement. */
  const before = useRef<Choices>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function settle() {
    clearTimeout(timer.current);
    if (!moved.current) return;
    moved.current = false;
    before.current = undefined;
    commit((choices) => choices);
  }

  /** The browser takes the pointer away, to scroll with it: nothing was meant. */
  function cancel() {
    down.current = false;
    clearTimeout(timer.current);
    const kept = before.current;
    moved.current = false;
    before.current = undefined;
    if (kept) preview(() => kept);
  }

  function lift() {
    down.current = false;
    settle();
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    move(change: (choices: Choices) => Choices) {
      moved.current = true;
      preview((choices) => {
        before.current ??= choices;
        return change(choices);
      });
      clearTimeout(timer.current);
      if (!down.current) timer.current = setTimeout(settle, REST_MS);
    },
    around: {
      // Before the control hears of it: what keys have moved so far is an entry of its own.
      onPointerDownCapture: () => {
        settle();
        down.current = true;
      },
      onPointerUp: lift,
      onPointerCancel: cancel,
      onBlur: settle,
    },
  };
}
