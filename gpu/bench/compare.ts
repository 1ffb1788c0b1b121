// The same calls on the same weights: our engines, and onnxruntime-web where it is there. Before any is
// timed, its logits are compared with the specification's.

import { createCpuEngine } from '../engines/cpu/cpu-engine';
import { plainKernels } from '../engines/cpu/kernels';
import { createEngine } from '../engines/create';
import type { Engine } from '../engines/engine';
import type { Config, ModelName } from '../model/config';
import type { FetchFile } from '../model/fetch';
import { parseManifest } from '../model/manifest';
import { parseSafetensors, type Tensors } from '../model/safetensors';
import { type CallName, promptRows, type TimedCall, timedCalls } from './calls';
import { countCalls } from './count-calls';
import { largestDifference } from './difference';
import { interleave, type Times, timeOf, timesOf } from './rounds';

/** The largest difference of a logit between two engines that compute the same. */
export const TOLERANCE = 1e-3;
/** How long one measurement takes at least. */
const LEAST_MS = 30;

/** What is timed; it stands behind a full window of text. */
export type Subject = Readonly<{
  name: string;
  /** Whether it runs on WebGPU, so that its dispatches can be counted. */
  onGpu: boolean;
  /** The call, ready to run: logits [R, V]. */
  prepare(call: TimedCall): Promise<() => Promise<Float32Array>>;
  free(): void;
}>;

export type Compared = Readonly<{
  model: ModelName;
  call: CallName;
  rows: number;
  engine: string;
  ms: Times;
  /** From the specification's logits. */
  difference: number;
  /** WebGPU dispatches and submits of one call. */
  dispatches?: number;
  submits?: number;
}>;

export type Weights = Readonly<{ config: Config; teacher: Tensors; student: Tensors | undefined }>;

/** A model's shapes, its teacher, and the student that partial quadratic decoding drafts with. */
export async function loadWeights(name: ModelName, fetchFile: FetchFile): Promise<Weights> {
  const { config, files } = parseManifest(
    'manifest.json',
    await fetchFile(`${name}/manifest.json`),
  );
  const tensorsOf = async ({ file }: { file: string }) =>
    parseSafetensors(file, await fetchFile(`${name}/${file}`));
  const student = files['o-ptp'] && (await tensorsOf(files['o-ptp']));
  return { config, teacher: await tensorsOf(files.teacher), student };
}

/** Our engines: WebAssembly, TypeScript, and WebGPU where it is given. */
export async function ourSubjects(weights: Weights, gpu: GPU | undefined): Promise<Subject[]> {
  const { config, teacher } = weights;
  const engines: [string, Engine][] = [
    ['ours, WASM', createCpuEngine(config, teacher)],
    ['ours, TypeScript', createCpuEngine(config, teacher, { makeKernels: plainKernels })],
  ];
  if (gpu) engines.unshift(['ours, WebGPU', await createEngine('webgpu', config, teacher, gpu)]);
  return Promise.all(engines.map(([name, engine]) => subjectOf(name, engine, weights)));
}

async function subjectOf(name: string, engine: Engine, weights: Weights): Promise<Subject> {
  if (weights.student) await engine.load('o-ptp', weights.student);
  const context = engine.begin();
  const prompt = promptRows(weights.config);
  await context.call(prompt);
  context.commit([...prompt.keys()]);
  return {
    name,
    onGpu: engine.kind === 'webgpu',
    prepare:
      async ({ rows }) =>
      async () =>
        (await context.call(rows, 'o-ptp', 1)).values,
    free: () => engine.destroy(),
  };
}

/** The specification's logits of each call. */
export async function expectedLogits(weights: Weights): Promise<Map<CallName, Float32Array>> {
  const engine = createCpuEngine(weights.config, weights.teacher, { makeKernels: plainKernels });
  const subject = await subjectOf('specification', engine, weights);
  const logits = new Map<CallName, Float32Array>();
  for (const call of callsOf(weights)) logits.set(call.name, await (await subject.prepare(call))());
  return logits;
}

/** The calls for which the weights are there. */
export function callsOf({ config, student }: Weights): TimedCall[] {
  return timedCalls(config).filter(({ rows, tokens }) => student || tokens === rows.length);
}

/**
 * Every call on every subject, interleaved. Throws where one does not compute the specification's logits.
 * @param scope where WebGPU's constructors are: a page's globals, or those of Node's bindings
 */
export async function compareCalls(
  weights: Weights,
  subjects: readonly Subject[],
  rounds: number,
  scope: object,
): Promise<Compared[]> {
  const expected = await expectedLogits(weights);
  const compared: Compared[] = [];
  for (const call of callsOf(weights)) {
    const jobs = new Map<string, () => Promise<number>>();
    const facts = new Map<string, Omit<Compared, 'ms'>>();
    for (const { name, onGpu, prepare } of subjects) {
      const run = await prepare(call);
      const difference = largestDifference(
        await run(),
        expected.get(call.name) ?? new Float32Array(),
      );
      if (difference > TOLERANCE) throw new Error(`${name}, ${call.name}: off by ${difference}`);
      const counted = onGpu ? await countOf(run, scope) : {};
      const rows = call.rows.length;
      const model = weights.config.name;
      facts.set(name, { model, call: call.name, rows, engine: name, difference, ...counted });
      jobs.set(name, () => timeOf(run, LEAST_MS));
    }
    const times = await interleave(jobs, rounds);
    for (const [name, fact] of facts)
      compared.push({ ...fact, ms: timesOf(times.get(name) ?? []) });
  }
  return compared;
}

async function countOf(run: () => Promise<unknown>, scope: object) {
  const { counts, stop } = countCalls(scope);
  await run();
  stop();
  const { dispatchWorkgroups = 0, dispatchWorkgroupsIndirect = 0, submit = 0 } = counts;
  return { dispatches: dispatchWorkgroups + dispatchWorkgroupsIndirect, submits: submit };
}
