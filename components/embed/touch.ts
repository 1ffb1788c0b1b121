// The first touch wakes a figure; what was pressed then is pressed again once something answers.

/** @param wake resolves once the figure answers a hand */
export function firstTouch(figure: HTMLElement, wake: () => Promise<unknown>): void {
  const listening = new AbortController();
  const { signal } = listening;
  let pressed: HTMLElement | null = null;

  function onClick(event: Event) {
    event.preventDefault();
    const target = event.target as Element;
    pressed = target.closest<HTMLElement>('button, summary, label, input, a');
  }

  async function onTouch() {
    await wake();
    listening.abort();
    pressed?.click();
    pressed = null;
  }

  figure.addEventListener('click', onClick, { signal });
  for (const event of ['pointerdown', 'keydown', 'focusin']) {
    // A fault has been told where the figure is: here nothing follows from it.
    figure.addEventListener(event, () => onTouch().catch(() => {}), { signal });
  }
}
