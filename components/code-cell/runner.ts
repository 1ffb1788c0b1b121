// Runs code in a frame without an origin and without a network (frame-page.ts). Loaded with the first press of Run.

import { fetchFrom } from '@/gpu';
import { at } from '../site';
import type { FromCode, Scope, ToCode } from './protocol';

const FRAME = at('/code-cell/frame.html');
/** Files that code may ask for: those of the models. */
const FILES = /^(names|tales)\/[\w-]+\.(json|safetensors)$/;

export type Runner = Readonly<{
  run: (code: string, scope: Scope) => void;
  /** Ends what runs, and takes the frame away. */
  destroy: () => void;
}>;

/** @param hear everything that the code prints, and how it ends */
export function createRunner(hear: (message: FromCode) => void): Runner {
  const fetchFile = fetchFrom(at('/model/'));
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.src = FRAME;
  let waiting: ToCode | undefined;
  let ready = false;

  const post = (message: ToCode) => frame.contentWindow?.postMessage(message, location.origin);

  async function bring(path: string) {
    const content = FILES.test(path) ? await fetchFile(path).catch(() => null) : null;
    post({ kind: 'file', path, content });
  }

  function listen({ source, data }: MessageEvent<FromCode>) {
    if (source !== frame.contentWindow) return;
    if (data.kind === 'need') void bring(data.path);
    else if (data.kind !== 'ready') hear(data);
    else {
      ready = true;
      if (waiting) post(waiting);
      waiting = undefined;
    }
  }

  addEventListener('message', listen);
  document.body.append(frame);
  return {
    run(code, scope) {
      const ask = { kind: 'run', code, scope } as const;
      if (ready) post(ask);
      else waiting = ask;
    },
    destroy() {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
}
