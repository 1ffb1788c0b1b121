// A finger that comes down may mean to scroll the page, to move what it touches, or to tap it. A mouse
// means what it presses. Needs `touch-action: pan-y` on the element, so that vertical swipes scroll.

/** What is needed of a pointer event, so that tests need no browser. */
export type Pointer = Readonly<{
  pointerId: number;
  pointerType: string;
  clientX: number;
  clientY: number;
}>;

/** Nearer to where it came down, a finger has not said yet what it wants, px. */
const SURE_PX = 6;

/** What a movement by (dx, dy) px since a finger came down says. */
export function intentOf(dx: number, dy: number): 'unclear' | 'move' | 'scroll' {
  if (Math.hypot(dx, dy) < SURE_PX) return 'unclear';
  return Math.abs(dx) > Math.abs(dy) ? 'move' : 'scroll';
}

/**
 * Follows one pointer. A mouse acts from its press on; anything else from its first clearly horizontal
 * movement on, or once, when it is lifted where it came down.
 */
export function createGrab<P extends Pointer>() {
  let held: { id: number; x: number; y: number; sure: boolean } | undefined;
  return {
    /** @returns whether to act at this place */
    down({ pointerId: id, pointerType, clientX: x, clientY: y }: P): boolean {
      held = { id, x, y, sure: pointerType === 'mouse' };
      return held.sure;
    },
    /** @returns whether to act at this place */
    move({ pointerId, clientX, clientY }: P): boolean {
      if (held?.id !== pointerId) return false;
      if (held.sure) return true;
      const intent = intentOf(clientX - held.x, clientY - held.y);
      if (intent === 'scroll') held = undefined;
      else if (intent === 'move') held.sure = true;
      return intent === 'move';
    },
    /** @returns whether it was a tap, to act on now */
    up({ pointerId }: P): boolean {
      const tap = held?.id === pointerId && !held.sure;
      held = undefined;
      return tap;
    },
    cancel() {
      held = undefined;
    },
  };
}
