// What the reader presses before a part of the page answers is kept, and pressed again once it does.

declare global {
  interface Window {
    earlyPresses?: MouseEvent[];
  }
}

/**
 * Runs in the page's head: keeps presses inside `[data-late]`, Enter and Space on a button among them. Links
 * work without us.
 */
export const EARLY_PRESSES_SCRIPT = `addEventListener('click',e=>{if(e.target instanceof Element&&e.target.closest('[data-late]')&&!e.target.closest('a')){e.preventDefault();e.stopImmediatePropagation();(window.earlyPresses??=[]).push(e)}},true)`;

/** A part that had the attribute `data-late` answers from now on, also to what was pressed before. */
export function answer(part: HTMLElement): void {
  part.removeAttribute('data-late');
  const kept = window.earlyPresses ?? [];
  const isOwn = ({ target }: Event) => target instanceof Node && part.contains(target);
  window.earlyPresses = kept.filter((press) => !isOwn(press));
  for (const press of kept.filter(isOwn)) {
    press.target?.dispatchEvent(new MouseEvent(press.type, press));
  }
}
