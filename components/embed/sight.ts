// A frame that is out of sight for a while gives its worker and its GPU back, and goes on when it is seen.

/** Scrolled past and back within this, nothing is given up, ms. */
const SLEEP_MS = 4000;

type Listener = Readonly<{
  /** In sight, each time. */
  seen: () => void;
  asleep: () => void;
  awake: () => void;
}>;

export function watchSight({ seen, asleep, awake }: Listener): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sleeps = false;
  const watch = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    if (!entries.some(({ isIntersecting }) => isIntersecting)) {
      timer = setTimeout(() => {
        sleeps = true;
        asleep();
      }, SLEEP_MS);
      return;
    }
    seen();
    if (sleeps) awake();
    sleeps = false;
  });
  watch.observe(document.documentElement);
}
