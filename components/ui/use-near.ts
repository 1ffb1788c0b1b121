'use client';
// Figures wake when they are near: heavy work starts a screen before the reader arrives.

import { type RefObject, useEffect, useState } from 'react';

/**
 * True once the element, or the figure it stands in, has come within one screen's height of the viewport;
 * stays true.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target || near) return;
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
