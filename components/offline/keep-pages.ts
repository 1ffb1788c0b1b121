// Asks the browser to keep the pages for reading without a network: the worker that the build has written
// (worker.ts) does it.

import { at } from '../site';
import { savesData } from '../ui/saves-data';

export type PagesKept = 'coming' | 'ready' | 'failed';

/** A room of a class, where many phones share one network and need no other page. */
const ROOM = /\/classroom\/(?!here(\/|$))./;

/**
 * Tells how far that is, once the page has loaded and rests. Tells nothing and keeps nothing where it should not:
 * in a frame, in a room, in development, with a browser that cannot, for a reader who saves data.
 */
export async function keepPages(tell: (kept: PagesKept) => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (process.env.NODE_ENV !== 'production' || !serviceWorker || self !== top) return;
  if (savesData() || ROOM.test(location.pathname)) return;
  await rest();
  try {
    tell(serviceWorker.controller ? 'ready' : 'coming');
    const registration = await serviceWorker.register(at('/sw.js'));
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant' && !registration.active) tell('failed');
    });
    await serviceWorker.ready;
    tell('ready');
  } catch {
    // Refused, or without a network; where a worker of an earlier visit serves the page that is no failure.
    tell(serviceWorker.controller ? 'ready' : 'failed');
  }
}

/** Until the page has loaded and has nothing to do. */
async function rest(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  // Safari has no such callback.
  await new Promise<unknown>((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 1000),
  );
}
