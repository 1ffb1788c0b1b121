// The model's worker of a frame. A sandboxed frame has no origin, so nothing on the site is its own and no
// worker may be opened by address: there a Blob, which is, fetches the script.

import type { ModelWorker } from '../notebook/client';

/** @param path of the worker's script, a classic one */
export function openFrameWorker(path: string): ModelWorker {
  // Says where the model's files are: beside a Blob there is nothing (model.worker.ts).
  const named = { name: location.origin };
  const url = new URL(path, location.href).href;
  if (self.origin !== 'null') return new Worker(url, named);
  const blob = new Blob([`importScripts(${JSON.stringify(url)})`], { type: 'text/javascript' });
  const address = URL.createObjectURL(blob);
  const worker = new Worker(address, named);
  URL.revokeObjectURL(address);
  return worker;
}
