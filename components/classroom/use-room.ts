'use client';
// A component's share of a room: connected while it is mounted.

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Words } from '@/classroom';
import { type Connection, createConnection, type RoomState } from './connection';

export type RoomLine = RoomState & Readonly<{ device: string; say: (words: Words) => void }>;

const NOTHING: RoomState = { status: { kind: 'connecting' }, view: null, problem: null };

/** @param token null while it is not known who this is */
export function useRoom(code: string, token: string | null): RoomLine {
  const [line, setLine] = useState<Connection | null>(null);
  useEffect(() => {
    if (token === null) return;
    const opened = createConnection({ code, token, storage: sessionStorage });
    setLine(opened);
    const retry = () => {
      if (!document.hidden) opened.retry();
    };
    addEventListener('online', retry);
    document.addEventListener('visibilitychange', retry);
    return () => {
      removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', retry);
      opened.close();
      setLine(null);
    };
  }, [code, token]);
  const state = useSyncExternalStore(
    line?.store.subscribe ?? nowhere,
    () => line?.store.get() ?? NOTHING,
    () => NOTHING,
  );
  return { ...state, device: line?.device ?? '', say: (words) => line?.say(words) };
}

function nowhere() {
  return () => {};
}

/**
 * The keys of a secret link, from its fragment, which is sent to no server; kept for a reload.
 * `undefined` until the page is mounted, null where there is none.
 */
export function useLinkKeys(code: string): Readonly<Record<string, string>> | null | undefined {
  const [keys, setKeys] = useState<Readonly<Record<string, string>> | null>();
  useEffect(() => {
    const place = `foretoken-keys-${code}-${location.pathname}`;
    const found = location.hash.slice(1) || (sessionStorage.getItem(place) ?? '');
    const read = Object.fromEntries(new URLSearchParams(found));
    if (read.key) sessionStorage.setItem(place, found);
    setKeys(read.key ? read : null);
  }, [code]);
  return keys;
}
