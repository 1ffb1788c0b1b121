// A page that does nothing but load the same model into onnxruntime-web and write one token.

import { PREFIX } from '../engines/engine';
import type { Config } from '../model/config';
import { OnnxPeer, type OrtModule, type PeerMode } from './onnx-peer';

const mode = JSON.parse(new URLSearchParams(location.search).get('mode') ?? '') as PeerMode;

/** Resolves to the milliseconds from the page's start to its first token. */
const firstToken = (async () => {
  const [ort, config, file] = await Promise.all([
    import(`/ort/ort.${mode.build}.min.mjs`) as Promise<OrtModule>,
    fetch('/config.json').then((response) => response.json() as Promise<Config>),
    fetch(`/onnx/tales-${mode.attention}-tokens.onnx`).then((response) => response.arrayBuffer()),
  ]);
  ort.env.wasm.numThreads = 1;
  const peer = new OnnxPeer(ort, config, mode, { tokens: new Uint8Array(file) });
  const row = { input: { token: config.start }, parent: PREFIX, position: 0 };
  const logits = await peer.read([row]);
  if (logits.length !== config.vocabulary.length) throw new Error('No token');
  return performance.now();
})();

Object.assign(globalThis, { firstToken });
