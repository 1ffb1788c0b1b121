// Whether a frame is in sight. Scrolled out and back again quickly it counts as seen all the while.

const GONE_MS = 4000;

export function watchSight(onSeen: () => void, onGone: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen();
    else timer = setTimeout(onGone, GONE_MS);
  });
  watch.observe(document.documentElement);
}
