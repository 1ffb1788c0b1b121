'use client';
// What a student sets on the phone: shown at once, said when it rests.

import { useEffect, useRef, useState } from 'react';

/** A dial that rests this long is said, ms. */
const REST_MS = 300;

export function useOwnAnswer<T>(answer: T | undefined, onAnswer: (answer: T) => void) {
  const [own, setOwn] = useState<T | undefined>(answer);
  const latest = useRef(onAnswer);
  const said = useRef<T | undefined>(answer);
  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => {
    if (own === undefined || own === said.current) return;
    const timer = setTimeout(() => {
      said.current = own;
      latest.current(own);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [own]);
  return [own, setOwn] as const;
}

/** A multiple of 2^-24 in [0, 1), from the browser's own randomness. */
export function throwU(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (word >>> 8) / 2 ** 24;
}
