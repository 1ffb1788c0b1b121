'use client';
// Once this is mounted, the page answers. Parts of it may come later: late.tsx.

import { useEffect } from 'react';
import { answer } from './early';

export function Awake() {
  useEffect(() => answer(document.body), []);
  return null;
}
