// The model's worker of a frame. Frames that have the site's origin share one. A sandboxed frame has no
// origin: nothing on the site is its own, and no worker may be opened by address; there a Blob, which is its
// own, fetches the script.

import type { ModelWorker } from '../notebook/client';
import type { PageGiven } from './page-parts';

/** Says to a worker where the model's files are (notebook/desk.ts). */
const options = { name: location.origin };

/** @returns a worker for this frame, which it may share with others */
export function openFrameWorker({
  worker,
  shared,
}: Pick<PageGiven, 'worker' | 'shared'>): ModelWorker {
  if (self.origin === 'null')
    return new Worker(blobOf(new URL(worker, location.href).href), options);
  try {
    return join(new SharedWorker(shared, options));
  } catch {
    // Not there, or refused to the frames of other sites.
    return new Worker(worker, options);
  }
}

/** One place at a shared worker, seen as a worker of one's own. */
function join(worker: SharedWorker): ModelWorker {
  const { port } = worker;
  const own: ModelWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (ask) => port.postMessage(ask),
    terminate() {
      own.postMessage({ kind: 'leave' });
      port.close();
    },
  };
  port.onmessage = (event) => own.onmessage?.(event);
  worker.onerror = (event) => own.onerror?.(event as ErrorEvent);
  return own;
}

let blob: string | undefined;

function blobOf(url: string): string {
  blob ??= URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(url)})`], { type: 'text/javascript' }),
  );
  return blob;
}
