// What runs in the browser's page. browser.ts serves it and calls what stands in `bench`.

import type { EngineKind } from '../engines/create';
import { findAdapter } from '../engines/webgpu';
import type { ModelName } from '../model/config';
import { download } from '../model/download';
import { mergeStudent } from '../model/weights';
import { promptRows } from './calls';
import {
  type Compared,
  callsOf,
  compareCalls,
  expectedLogits,
  loadWeights,
  ourSubjects,
  type Subject,
  type Weights,
} from './compare';
import { largestDifference } from './difference';
import { type Measured, measure } from './here';
import { OnnxPeer, type OrtModule, type PeerMode, peerName } from './onnx-peer';
import { interleave, timeOf } from './rounds';

/** How a mode of onnxruntime-web did in its trial. */
export type Trial = Readonly<{
  mode: PeerMode;
  /** The fastest of three, by call. */
  ms: Readonly<Record<string, number>>;
  /** From the specification's logits. */
  difference: number;
}>;

const fetchFile = download('/model/');

const bench = {
  /** What the browser's GPU is called, and whether it is a program on the CPU; nothing without one. */
  async adapter(): Promise<{ name: string; software: boolean } | undefined> {
    try {
      const { name, software } = await findAdapter(navigator.gpu);
      return { name, software };
    } catch {
      return undefined;
    }
  },

  /** One row and sixteen on one mode: how fast, and whether right. */
  async tryMode(name: ModelName, mode: PeerMode): Promise<Trial> {
    const weights = await loadWeights(name, fetchFile);
    const expected = await expectedLogits(weights);
    const peer = await peerSubject(weights, mode);
    const ms: Record<string, number> = {};
    let difference = 0;
    for (const call of callsOf(weights).slice(0, 2)) {
      const run = await peer.prepare(call);
      const found = largestDifference(await run(), expected.get(call.name) ?? new Float32Array());
      difference = Math.max(difference, found);
      const times = await interleave(new Map([['', () => timeOf(run, 0)]]), 3);
      ms[call.name] = Math.min(...(times.get('') ?? []));
    }
    return { mode, ms, difference };
  },

  /** Our engines and these modes of onnxruntime-web. */
  async compare(name: ModelName, modes: PeerMode[], rounds: number): Promise<Compared[]> {
    const weights = await loadWeights(name, fetchFile);
    const subjects = await ourSubjects(weights, navigator.gpu);
    for (const mode of modes) subjects.push(await peerSubject(weights, mode));
    return compareCalls(weights, subjects, rounds, globalThis);
  },

  measure: (kind: EngineKind, rounds: number): Promise<Measured> =>
    measure(kind, { fetchFile, gpu: navigator.gpu }, rounds),
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });

async function peerSubject(weights: Weights, mode: PeerMode): Promise<Subject> {
  const { config, teacher, student } = weights;
  const file = async (rows: string) => {
    const path = `/onnx/${config.name}-${mode.attention}-${rows}.onnx`;
    return new Uint8Array(await (await fetch(path)).arrayBuffer());
  };
  const ort: OrtModule = await import(`/ort/ort.${mode.build}.min.mjs`);
  ort.env.wasm.numThreads = 1;
  const peer = new OnnxPeer(ort, config, mode, {
    tokens: await file('tokens'),
    ...(student && { drafting: await file('pqd'), student: mergeStudent(teacher, student) }),
  });
  await peer.read(promptRows(config));
  return {
    name: peerName(mode),
    onGpu: mode.build !== 'wasm',
    prepare: (call) => peer.prepare(call),
    free: () => peer.free(),
  };
}
