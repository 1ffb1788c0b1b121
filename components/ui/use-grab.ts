'use client';
// A grab as handlers of an element: where the pointer is, whenever it means this element.

import { type PointerEvent, useState } from 'react';
import { createGrab } from './grab';

type Pointed = PointerEvent<HTMLDivElement>;

/**
 * @param act hears every place that the pointer means
 * @param hover hears places that the pointer only passes over
 */
export function useGrab(act: (event: Pointed) => void, hover?: (event: Pointed) => void) {
  const [grab] = useState(() => createGrab<Pointed>());
  return {
    onPointerDown(event: Pointed) {
      if (!grab.down(event)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      act(event);
    },
    onPointerMove(event: Pointed) {
      if (grab.move(event)) act(event);
      else if (event.buttons === 0) hover?.(event);
    },
    onPointerUp(event: Pointed) {
      if (grab.up(event)) act(event);
    },
    onPointerCancel: () => grab.cancel(),
  };
}
