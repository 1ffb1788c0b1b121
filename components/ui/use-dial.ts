'use client';
// How a dial is turned: drag it (a finger: sideways, as up and down scrolls the page), click where it
// should point, wheel while focused, keys.

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { uAfterDrag, uAt } from './dial-angle';
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

/** A click nearer to the centre than this turns nothing: an angle means nothing there. */
const STILL_PX = 5;
/** A mouse that moves less has clicked. */
const CLICK_PX = 3;

type Point = Readonly<{ x: number; y: number }>;

/** u after a key, or undefined for keys that are not the dial's. Shift makes arrows ten times finer. */
export function uAfterKey(u: number, key: string, shift: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return 0.999;
  const step = KEY_STEPS[key];
  if (step === undefined) return undefined;
  return clampU(u + (shift ? step / 10 : step));
}

/**
 * Handlers for the knob. A grab does not move the needle; dragging does, from where it stood. A click
 * without dragging sends the needle to the pointer.
 */
export function useDial(value: number, onChange: (u: number) => void) {
  const knob = useRef<HTMLDivElement>(null);
  const grab = useRef<{ at: Point; u: number; moved: boolean } | undefined>(undefined);
  const [pointer] = useState(() => createGrab<PointerEvent<HTMLDivElement>>());
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
        if (pointer.down(event)) event.currentTarget.setPointerCapture(event.pointerId);
        grab.current = { at: place(event), u: value, moved: false };
        setHeld(true);
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const from = grab.current;
        if (!from) return;
        const to = place(event);
        const far = Math.hypot(to.x - from.at.x, to.y - from.at.y) > CLICK_PX;
        if (!pointer.move(event) || !(from.moved || far)) return;
        // The way that told a drag from a click does not count.
        if (!from.moved) grab.current = { at: to, u: from.u, moved: true };
        else {
          onChange(uAfterDrag(from.u, to.x - from.at.x, to.y - from.at.y, event.pointerType));
        }
      },
      onPointerUp(event: PointerEvent<HTMLDivElement>) {
        const from = grab.current;
        const at = place(event);
        const tapped = pointer.up(event);
        const still = event.pointerType === 'mouse' ? !from?.moved : tapped;
        if (from && still && Math.hypot(at.x, at.y) > STILL_PX) onChange(uAt(at.x, at.y));
        grab.current = undefined;
        setHeld(false);
      },
      onPointerCancel() {
        pointer.cancel();
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
