'use client';
// A panel that stands in the HTML as the server drew it, and comes alive when the reader is near. Without a
// script it stays a drawing.

import { type ComponentType, lazy, useEffect, useRef, useState } from 'react';

type Later = Readonly<{
  load: () => Promise<ComponentType>;
  /** The same for the server, which waits for it. */
  Drawn: ComponentType;
}>;

export function later(load: Later['load']): Later {
  return { load, Drawn: lazy(async () => ({ default: await load() })) };
}

export function LaterPanel({ load, Drawn }: Later) {
  const place = useRef<HTMLDivElement>(null);
  const [Panel, setPanel] = useState<ComponentType | null>(null);
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    const watch = new IntersectionObserver(
      async (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        const loaded = await load();
        setPanel(() => loaded);
      },
      { rootMargin: '200% 0px' },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [load]);
  const Shown = typeof window === 'undefined' ? Drawn : Panel;
  if (!Shown) return <div ref={place} className="panel-place" {...UNTOUCHED} />;
  return (
    <div ref={place} className="panel-place">
      <Shown />
    </div>
  );
}

/** React leaves what the server wrote inside such an element alone. */
const UNTOUCHED = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true };
