'use client';
// The clock behind a Player: which step is shown, whether it runs, how fast.

import { useCallback, useEffect, useState } from 'react';
import { tellPlayer } from './hear-player';

/**
 * Walks `index` over 0 … count - 1, one step per `stepMs / speed` while playing; stops at the end.
 * Never starts by itself. Playing from the end starts again at 0.
 *
 * @param index    step shown now; kept by the caller, so that links and panels share it
 * @param onIndex  called with the next step
 */
export function usePlayer(
  index: number,
  count: number,
  onIndex: (index: number) => void,
  stepMs = 900,
) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const atEnd = index >= count - 1;

  useEffect(() => {
    if (!playing) return;
    if (atEnd) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onIndex(index + 1), stepMs / speed);
    return () => clearTimeout(timer);
  }, [playing, atEnd, index, onIndex, speed, stepMs]);

  const play = useCallback(
    (on: boolean) => {
      if (on && atEnd) onIndex(0);
      setPlaying(on && count > 1);
    },
    [atEnd, count, onIndex],
  );

  useEffect(() => tellPlayer({ index, count, play, go: onIndex }), [index, count, play, onIndex]);

  return { index, count, onIndex, playing, onPlaying: play, speed, onSpeed: setSpeed };
}
