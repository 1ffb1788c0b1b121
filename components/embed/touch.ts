// A touch wakes a figure; what was pressed before it could answer is pressed again once it can. Focus alone is no
// touch: who walks through a page with the Tab key wakes nothing.

/** @param wake asked at every touch; resolves to whether the figure answers a hand now */
export function wakeOnTouch(figure: HTMLElement, wake: () => Promise<boolean>): void {
  let answers = false;
  let pressed: HTMLElement | null = null;

  async function onTouch() {
    if (!(await wake())) return;
    answers = true;
    pressed?.click();
    pressed = null;
  }

  function onClick(event: Event) {
    if (!answers) {
      event.preventDefault();
      pressed = (event.target as Element).closest('button, summary, label, input, a');
    }
    void onTouch();
  }

  figure.addEventListener('click', onClick, { capture: true });
  figure.addEventListener('pointerdown', onTouch);
  figure.addEventListener('keydown', ({ key }) => key === 'Tab' || onTouch());
}
