// A touch wakes a figure; what was pressed before it could answer is pressed again once it can.

/** @param wake resolves once the figure answers a hand; asked at every touch */
export function wakeOnTouch(figure: HTMLElement, wake: () => Promise<unknown>): void {
  let answers = false;
  let pressed: HTMLElement | null = null;

  async function onTouch() {
    await wake();
    answers = true;
    pressed?.click();
    pressed = null;
  }

  figure.addEventListener(
    'click',
    (event) => {
      if (answers) return;
      event.preventDefault();
      pressed = (event.target as Element).closest('button, summary, label, input, a');
    },
    { capture: true },
  );
  for (const event of ['pointerdown', 'keydown', 'focusin']) {
    // A fault has been told where the figure is: here nothing follows from it.
    figure.addEventListener(event, () => onTouch().catch(() => {}));
  }
}
