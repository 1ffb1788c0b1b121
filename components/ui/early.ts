// What the reader presses and writes before a part of the page answers is kept, and done again once it does.

/** An event inside a part that did not answer, and what its field held then. */
type Early = Readonly<{ event: Event; value: string | undefined }>;

declare global {
  interface Window {
    early?: Early[];
  }
}

/**
 * Runs in the page's head: keeps what happens inside `[data-late]`. A key on a button is a click, too; links
 * and what unfolds work without us.
 */
export const EARLY_SCRIPT = `(()=>{for(const type of['click','input','change'])addEventListener(type,event=>{const{target}=event;if(!(target instanceof Element)||!target.closest('[data-late]')||target.closest('a,summary'))return;if(type==='click'){event.preventDefault();event.stopImmediatePropagation()}(window.early??=[]).push({event,value:target.value})},true)})()`;

/** A part that had the attribute `data-late` answers from now on, also to what happened in it before. */
export function answer(part: HTMLElement): void {
  part.removeAttribute('data-late');
  const early = window.early ?? [];
  window.early = early.filter(({ event }) => !isInside(part, event));
  for (const entry of early.filter(({ event }) => isInside(part, event))) again(entry);
}

function isInside(part: HTMLElement, { target }: Event): boolean {
  return target instanceof Node && part.contains(target);
}

function again({ event, value }: Early): void {
  const { target, type } = event;
  if (event instanceof MouseEvent) target?.dispatchEvent(new MouseEvent(type, event));
  else if (isField(target) && value !== undefined) {
    // React hears of a value only if it is not the one that it set itself.
    target.value = '';
    Reflect.set(Object.getPrototypeOf(target), 'value', value, target);
    target.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

function isField(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof Element && target.matches('input, textarea, select');
}
