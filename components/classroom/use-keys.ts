'use client';
// Clicker keys, from this window or from the projector's window of the same browser.

import { useEffect, useRef } from 'react';

/** Where a key means something of its own. */
const OWN =
  'input:not([type=checkbox], [type=radio]), textarea, select, [role=slider], [role=application]';
const PRESSES = 'button, a, summary, label, input';

/** Hears keys that nothing on the page wants for itself. @param onKey returns whether it took the key */
export function useKeys(onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(OWN)) return;
      if (event.key.startsWith('Arrow') && target?.closest('input')) return;
      if (event.key === ' ' && target?.closest(PRESSES)) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

/** Keys between the windows of one browser. */
export function useSharedKeys(code: string, onKey: (key: string) => void): (key: string) => void {
  const latest = useRef(onKey);
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const opened = new BroadcastChannel(`foretoken-classroom-${code}`);
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') latest.current(data);
    };
    channel.current = opened;
    return () => opened.close();
  }, [code]);
  return (key) => channel.current?.postMessage(key);
}
