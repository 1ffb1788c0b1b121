'use client';
// Figures wake when they are near: heavy work starts a screen before the reader arrives.

import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * True once the element, or the figure it stands in, has come within one screen's height of the viewport;
 * stays true.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || near) return;
    // An observer first speaks after a frame, which is long on a slow phone.
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 2 * innerHeight && bottom > -innerHeight) {
      setNear(true);
      return;
    }
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '100% 0px' },
    );
    watch.observe(target.closest('figure') ?? target);
    return () => watch.disconnect();
  }, [element, near]);
  return near;
}
