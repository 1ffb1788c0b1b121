import { describe, expect, test } from 'vitest';
import { createGrab, intentOf } from './grab';

const at = (clientX: number, clientY: number, pointerType = 'touch') => ({
  ...{ pointerId: 1, pointerType, clientX, clientY },
});

test('a finger has to move, and sideways, before it moves anything', () => {
  expect(intentOf(3, 3)).toBe('unclear');
  expect(intentOf(-9, 4)).toBe('move');
  expect(intentOf(4, -9)).toBe('scroll');
});

describe('a grab', () => {
  test('by mouse acts at once and follows in every direction', () => {
    const grab = createGrab();
    expect(grab.down(at(50, 50, 'mouse'))).toBe(true);
    expect(grab.move(at(50, 90, 'mouse'))).toBe(true);
    expect(grab.up(at(50, 90, 'mouse'))).toBe(false);
    expect(grab.move(at(60, 90, 'mouse'))).toBe(false);
  });

  test('by a finger that swipes upwards never acts', () => {
    const grab = createGrab();
    expect(grab.down(at(50, 50))).toBe(false);
    expect(grab.move(at(51, 40))).toBe(false);
    expect(grab.move(at(90, 40))).toBe(false);
    expect(grab.up(at(90, 40))).toBe(false);
  });

  test('by a finger that moves sideways acts from then on', () => {
    const grab = createGrab();
    expect(grab.down(at(50, 50))).toBe(false);
    expect(grab.move(at(53, 50))).toBe(false);
    expect(grab.move(at(62, 53))).toBe(true);
    expect(grab.move(at(62, 90))).toBe(true);
    expect(grab.up(at(62, 90))).toBe(false);
  });

  test('by a finger that taps acts when it is lifted; not when the browser takes it away', () => {
    const grab = createGrab();
    grab.down(at(50, 50));
    expect(grab.up(at(51, 50))).toBe(true);
    grab.down(at(50, 50));
    grab.cancel();
    expect(grab.up(at(50, 50))).toBe(false);
  });
});
