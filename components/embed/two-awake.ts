// Where frames cannot share a worker, two at most are awake: a third takes the place of one of them. Places
// are locks of the browser, which it also frees when a frame goes. A sandboxed frame is given no locks, and
// knows nothing of others: there each that is touched wakes.

const PLACES = ['foretoken-awake-1', 'foretoken-awake-2'] as const;

/**
 * Takes a place, and holds it until `leave`.
 * @param onRobbed another frame has taken the place
 */
export async function takePlace(onRobbed: () => void): Promise<{ leave: () => void }> {
  const nothing = { leave: () => {} };
  const { locks } = navigator;
  if (self.origin === 'null' || 'SharedWorker' in self || !locks) return nothing;
  for (const place of PLACES) {
    const taken = await take(place, { ifAvailable: true }, onRobbed);
    if (taken) return taken;
  }
  const place = PLACES[Math.round(Math.random())] ?? PLACES[0];
  return (await take(place, { steal: true }, onRobbed)) ?? nothing;
}

function take(
  place: string,
  options: LockOptions,
  onRobbed: () => void,
): Promise<{ leave: () => void } | null> {
  return new Promise((resolve) => {
    let taken = false;
    const held = navigator.locks.request(place, options, (lock) => {
      if (!lock) return resolve(null);
      taken = true;
      return new Promise<void>((leave) => resolve({ leave }));
    });
    // Refused at once: a browser that gives third parties no locks. Then nothing holds this frame back.
    held.catch(() => (taken ? onRobbed() : resolve({ leave: () => {} })));
  });
}
