'use client';
// How a dial is turned: drag round it (a finger: sideways, as up and down scrolls the page), click where
// it should point, wheel while focused, keys.

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Point, turnOf, uAt } from './dial-angle';
import { createGrab } from './grab';
import { clampU } from './unit-number';

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
};

/** Movements nearer to the centre than this turn nothing: an angle means nothing there. */
const STILL_PX = 5;
/** A finger turns a dial over its whole range in so many px to the side. */
const RANGE_PX = 160;

/** u after a key, or undefined for keys that are not the dial's. Shift makes arrows ten times finer. */
export function uAfterKey(u: number, key: string, shift: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return 0.999;
  const step = KEY_STEPS[key];
  if (step === undefined) return undefined;
  return clampU(u + (shift ? step / 10 : step));
}

/**
 * Handlers for the knob. A grab does not move the needle; turning does, from where it stood. A click
 * without turning sends the needle to the pointer. Farther out turns finer.
 */
export function useDial(value: number, onChange: (u: number) => void) {
  const knob = useRef<HTMLDivElement>(null);
  const grab = useRef<{ at: Point; u: number; moved: boolean } | undefined>(undefined);
  const [finger] = useState(() => createGrab<PointerEvent<HTMLDivElement>>());
  const latest = useRef({ value, onChange });
  const [held, setHeld] = useState(false);

  useEffect(() => {
    latest.current = { value, onChange };
  });

  useEffect(() => {
    const element = knob.current;
    if (!element) return;
    function turn(event: WheelEvent) {
      if (document.activeElement !== element) return; // a page that scrolls past turns nothing
      event.preventDefault();
      const step = (event.shiftKey ? 0.001 : 0.01) * -Math.sign(event.deltaY || event.deltaX);
      latest.current.onChange(clampU(latest.current.value + step));
    }
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, []);

  function place(event: PointerEvent<HTMLDivElement>): Point {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    };
  }

  return {
    held,
    handlers: {
      ref: knob,
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        if (event.button !== 0) return;
        if (finger.down(event)) event.currentTarget.setPointerCapture(event.pointerId);
        grab.current = { at: place(event), u: value, moved: false };
        setHeld(true);
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const from = grab.current;
        if (!from) return;
        const to = place(event);
        if (event.pointerType !== 'mouse') {
          if (!finger.move(event)) return;
          const u = clampU(from.u + (from.moved ? to.x - from.at.x : 0) / RANGE_PX);
          grab.current = { at: to, u, moved: true };
          onChange(u);
          return;
        }
        const moved = from.moved || Math.hypot(to.x - from.at.x, to.y - from.at.y) > 3;
        if (!moved || Math.hypot(to.x, to.y) < STILL_PX) return;
        const u = from.u + turnOf(from.at, to); // unclamped: turning back past an end must undo
        const kept = Math.min(1.15, Math.max(-0.15, u));
        grab.current = { at: to, u: kept, moved };
        onChange(clampU(kept));
      },
      onPointerUp(event: PointerEvent<HTMLDivElement>) {
        const from = grab.current;
        const at = place(event);
        const still = event.pointerType === 'mouse' ? !from?.moved : finger.up(event);
        if (from && still && Math.hypot(at.x, at.y) > STILL_PX) onChange(uAt(at.x, at.y));
        grab.current = undefined;
        setHeld(false);
      },
      onPointerCancel() {
        finger.cancel();
        grab.current = undefined;
        setHeld(false);
      },
      onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
        const u = uAfterKey(value, event.key, event.shiftKey);
        if (u === undefined) return;
        event.preventDefault();
        onChange(u);
      },
    },
  };
}
