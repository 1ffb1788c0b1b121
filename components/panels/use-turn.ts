'use client';
// Turning a u: shown at once while it turns, an entry of the history when the hand lets go.

import { useEffect, useRef } from 'react';
import { turn } from '../notebook/actions';
import { useActions } from '../notebook/context';

/** Keys and wheels have no moment of letting go: so long a rest counts as one, ms. */
const REST_MS = 600;

/**
 * @returns `turnTo` for the control, and handlers for an element round it that hear when the pointer
 * is down
 */
export function useTurn() {
  const { preview, commit } = useActions();
  const down = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turned = useRef(false);

  function settle() {
    clearTimeout(timer.current);
    if (!turned.current) return;
    turned.current = false;
    commit((choices) => choices);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  function turnTo(position: number, u: number) {
    turned.current = true;
    preview((choices) => turn(choices, 'names', position, u));
    clearTimeout(timer.current);
    if (!down.current) timer.current = setTimeout(settle, REST_MS);
  }

  return {
    turnTo,
    around: {
      onPointerDown: () => {
        down.current = true;
      },
      onPointerUp: () => {
        down.current = false;
        settle();
      },
      onPointerCancel: () => {
        down.current = false;
        settle();
      },
      onBlur: settle,
    },
  };
}
