'use client';
// A part of the page that comes alive when the reader is near. Until then its HTML stands as it was built,
// and its code is not loaded.

import {
  Activity,
  type ComponentType,
  lazy,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { answer } from './early';
import { useAlive } from './use-alive';
import { useNear } from './use-near';

/** The component that `load` brings, hydrated once it is near; at once where there is no HTML of it. */
export function late(load: () => Promise<ComponentType>): ComponentType {
  const Part = lazy(async () => ({ default: await load() }));
  return () => (
    <Late load={load}>
      <Part />
    </Late>
  );
}

type LateProps = Readonly<{ load: () => Promise<unknown>; children: ReactNode }>;

function Late({ load, children }: LateProps) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const alive = useAlive();
  const [built] = useState(!alive);
  const [gate] = useState(createGate);
  useLayoutEffect(() => {
    if (!near) return;
    // Asked for now: React takes its time to come to what the gate held back.
    load().catch(() => {}); // told to `lazy`
    gate.open();
  }, [near, load, gate]);
  // Made once: React gives up the HTML of a part whose props change before it is hydrated.
  const [part] = useState(
    <Activity>
      <Gate opened={built ? gate.opened : undefined}>
        {children}
        <Arrived place={place} />
      </Gate>
    </Activity>,
  );
  return (
    <div ref={place} className="late" data-late={built ? '' : undefined}>
      {part}
    </div>
  );
}

function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

type GateProps = Readonly<{ opened: Promise<void> | undefined; children: ReactNode }>;

/** The server walks straight through. */
function Gate({ opened, children }: GateProps) {
  if (opened && typeof window !== 'undefined') use(opened);
  return children;
}

function Arrived({ place }: Readonly<{ place: RefObject<HTMLDivElement | null> }>) {
  useEffect(() => {
    if (place.current) answer(place.current);
    // The first of a page is what scripts/lighthouse.mjs waits for.
    performance.mark('foretoken-panel');
  }, [place]);
  return null;
}
