import { expect, test } from 'vitest';
import { type Drive, FIRST_DRIVE, type Lesson } from '@/classroom';
import { afterKey, back, jump, next, remove, spot, toggleReveal } from './drive';

const scene = (id: string, steps: number): Lesson['scenes'][number] => ({
  ...{ id, title: id, minutes: 1, prompt: 'p', notes: 'n' },
  steps: Array.from({ length: steps }, (_, k) => `step ${k}`),
});
const scenes = [scene('a', 2), scene('b', 1), scene('c', 3)];
const drive = FIRST_DRIVE;
const place = ({ scene, step }: Drive) => [scene, step];

test('next walks every sub-step to the end, back walks the same way home', () => {
  const seen = [place(drive)];
  let here = drive;
  while (next(here, scenes) !== here) {
    here = next(here, scenes);
    seen.push(place(here));
  }
  expect(seen).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 0],
    [2, 1],
    [2, 2],
  ]);
  const home = [place(here)];
  while (back(here, scenes) !== here) {
    here = back(here, scenes);
    home.push(place(here));
  }
  expect(home.reverse()).toEqual(seen);
});

test('clicker keys drive, others do nothing', () => {
  expect(afterKey(drive, 'PageDown', scenes)).toMatchObject({ step: 1 });
  expect(afterKey(drive, 'End', scenes)).toMatchObject({ scene: 2, step: 0 });
  expect(afterKey(drive, '.', scenes)).toMatchObject({ black: true });
  expect(afterKey(drive, 'x', scenes)).toBeUndefined();
  expect(afterKey(drive, 'r', scenes)).toBeUndefined();
});

test('a reveal is taken back by the same press', () => {
  const shown = toggleReveal(drive, 'b');
  expect(shown.revealed).toEqual(['b']);
  expect(toggleReveal(shown, 'b').revealed).toEqual([]);
});

test('one student alone on the projector, until the next scene, the next press, or out of the room', () => {
  const alone = spot(drive, 'a');
  expect(alone.spot).toBe('a');
  expect(spot(alone, 'b').spot).toBe('b');
  for (const after of [spot(alone, 'a'), jump(alone, 2), remove(alone, 'a')]) {
    expect(after.spot).toBeNull();
  }
  expect(next(alone, scenes).spot).toBe('a');
});
