'use client';
// Play, pause, step both ways, scrub, speed. Holds nothing: the caller or usePlayer keeps the time.

import type { KeyboardEvent } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { IconButton } from './Button';
import { Segmented } from './Segmented';
import { Slider } from './Slider';

export type PlayerProps = Readonly<{
  /** What is played: `decoding steps`. */
  label: string;
  /** Step shown now, 0 … count - 1. */
  index: number;
  count: number;
  playing: boolean;
  speed: number;
  speeds?: readonly number[] | undefined;
  /** The step in words; `step 3 of 9` where absent. Read aloud when it changes by hand. */
  text?: string | undefined;
  onIndex: (index: number) => void;
  onPlaying: (playing: boolean) => void;
  onSpeed: (speed: number) => void;
}>;

const SPEEDS = [0.5, 1, 2, 4] as const;

/** Keys inside it: Space plays and pauses (outside buttons), comma and full stop step. */
export function Player(props: PlayerProps) {
  const words = usePanelWords('ui');
  const {
    label,
    index,
    count,
    playing,
    speed,
    speeds = SPEEDS,
    onIndex,
    onPlaying,
    onSpeed,
  } = props;
  const last = Math.max(0, count - 1);
  const text =
    props.text ?? (count === 0 ? words('noSteps') : words('step', { step: index + 1, count }));

  function go(next: number) {
    onPlaying(false);
    onIndex(Math.max(0, Math.min(last, next)));
  }

  function key(event: KeyboardEvent<HTMLFieldSetElement>) {
    const inButton = event.target instanceof HTMLButtonElement;
    if (event.key === ' ' && !inButton) onPlaying(!playing);
    else if (event.key === ',') go(index - 1);
    else if (event.key === '.') go(index + 1);
    else return;
    event.preventDefault();
  }

  return (
    <fieldset className="player" aria-label={label} onKeyDown={key}>
      <IconButton
        icon="back"
        label={words('stepBack')}
        disabled={index <= 0}
        onClick={() => go(index - 1)}
      />
      <IconButton
        icon={playing ? 'pause' : 'play'}
        label={words(playing ? 'pause' : 'play')}
        look="quiet"
        disabled={count < 2}
        onClick={() => onPlaying(!playing)}
      />
      <IconButton
        icon="forward"
        label={words('stepForward')}
        disabled={index >= last}
        onClick={() => go(index + 1)}
      />
      <div className="player-scrub">
        <Slider
          label={label}
          value={index}
          min={0}
          max={last}
          step={1}
          text={text}
          disabled={count < 2}
          onChange={go}
        />
      </div>
      <Segmented
        label={words('speed')}
        hideLabel
        value={speed}
        options={speeds.map((value) => ({ value, label: `${words.number(value)}×` }))}
        onChange={onSpeed}
      />
    </fieldset>
  );
}
