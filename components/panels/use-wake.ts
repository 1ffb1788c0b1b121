'use client';
// When a panel's model may load: the panel is near and the reader does not save data, or asks for it.

import { type RefObject, useEffect, useState } from 'react';
import { useActions } from '../notebook/context';
import type { PartName } from '../notebook/part-names';
import { savesData } from '../ui/saves-data';
import { useNear } from '../ui/use-near';

/**
 * Wakes parts, if there are any, once `element` is near the viewport.
 * @returns how to ask for them by hand, where the reader's browser asks to save data; else undefined
 */
export function useWake(element: RefObject<Element | null>, parts: readonly PartName[]) {
  const near = useNear(element);
  const { want } = useActions();
  const [saving, setSaving] = useState(false);
  const key = parts.join();
  useEffect(() => {
    if (!near || key === '') return;
    if (savesData()) {
      setSaving(true);
      return;
    }
    const wake = () => {
      for (const part of key.split(',') as PartName[]) want(part);
    };
    // After the first paint, and not in its way.
    const timer = setTimeout(wake, 50);
    return () => clearTimeout(timer);
  }, [near, key, want]);
  if (!saving) return undefined;
  return () => {
    setSaving(false);
    for (const part of parts) want(part);
  };
}
