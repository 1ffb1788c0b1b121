// The script of the inner frame: passes messages between the outer one (frame-page.ts) and the worker, and ends the
// worker in time.
// `WORKER` is the worker's bundled source (scripts/code-cell.mjs).

import { type FromCode, LIMIT_MS, type ToCode } from './protocol';

declare const WORKER: string;

let worker: Worker | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let left = LIMIT_MS;
let since = 0;

const post = (message: FromCode) => parent.postMessage(message, '*');

addEventListener('message', ({ source, data }: MessageEvent<ToCode>) => {
  if (source !== parent) return;
  if (data.kind === 'run') begin(data);
  else {
    worker?.postMessage(data);
    goOn();
  }
});

function begin(run: ToCode): void {
  end();
  left = LIMIT_MS;
  worker = new Worker(URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' })));
  worker.onmessage = ({ data }: MessageEvent<FromCode>) => {
    if (data.kind === 'need') rest();
    if (data.kind === 'end' || data.kind === 'error') end();
    post(data);
  };
  worker.onerror = ({ message }) => {
    end();
    post({ kind: 'error', text: message, line: null });
  };
  worker.postMessage(run);
  goOn();
}

/** The clock stands while a file is on its way. */
function rest(): void {
  clearTimeout(timer);
  left -= performance.now() - since;
}

function goOn(): void {
  clearTimeout(timer);
  since = performance.now();
  timer = setTimeout(() => {
    end();
    post({ kind: 'late' });
  }, left);
}

function end(): void {
  clearTimeout(timer);
  worker?.terminate();
  worker = undefined;
}

post({ kind: 'ready' });
