// A page that does nothing but load a model, as the site does, and write one token.

import { decode, defaultRun, type EngineKind, fetchFrom, loadModel } from '../index';

const engine = new URLSearchParams(location.search).get('engine') as EngineKind;

/** Resolves to the milliseconds from the page's start to its first token. */
const firstToken = (async () => {
  const model = await loadModel('tales', { fetchFile: fetchFrom('/model/'), engine });
  const run = { ...defaultRun('tales'), method: 'ar', tokens: 1 } as const;
  for await (const step of decode(model, run)) if (step.accepted !== 1) throw new Error('No token');
  return performance.now();
})();

Object.assign(globalThis, { firstToken });
