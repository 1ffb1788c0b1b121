// onnxruntime-web behind the verb of our engines: a call takes a tree of rows and returns their logits.
// It stands behind a prompt, as a benchmark does; nothing is committed. The graphs: onnx-graph.ts.

import type * as Ort from 'onnxruntime-web';
import { addBlend } from '../engines/cpu/math';
import { PREFIX, type Row } from '../engines/engine';
import type { Config } from '../model/config';
import type { Tensors } from '../model/safetensors';
import { valuesOf } from '../model/weights';
import type { TimedCall } from './calls';
import type { Attention } from './onnx-graph';

/** What each build of onnxruntime-web exports. */
export type OrtModule = typeof Ort;

/** A way to run onnxruntime-web. All compute in f32, as we do. */
export type PeerMode = Readonly<{
  /** `webgpu` and `jspi`: the native WebGPU provider, of two ways to wait; `all`: the older one, JSEP. */
  build: 'webgpu' | 'jspi' | 'all' | 'wasm';
  attention: Attention;
  /** Where keys and values stay; or everything there, and the commands recorded once (graph capture). */
  cache: 'cpu' | 'gpu' | 'captured';
}>;

export const WASM_PEER: PeerMode = { build: 'wasm', attention: 'plain', cache: 'cpu' };

export function peerName({ build, attention, cache }: PeerMode): string {
  if (build === 'wasm') return 'onnxruntime-web, WASM';
  return `onnxruntime-web, WebGPU (${build}, ${attention}, ${cache})`;
}

/** .onnx files: of token rows alone, and with the auxiliary rows of a call. */
export type PeerFiles = Readonly<{ tokens: Uint8Array; drafting?: Uint8Array; student?: Tensors }>;

/** Added to the score of a key that a row does not see; its weight is then 0. */
const UNSEEN = -1e9;

type Feeds = Readonly<Record<string, Ort.Tensor>>;

export class OnnxPeer {
  readonly #ort: OrtModule;
  readonly #config: Config;
  readonly #mode: PeerMode;
  readonly #files: PeerFiles;
  readonly #sessions = new Map<Uint8Array, Ort.InferenceSession>();
  /** Keys and values of the prompt, by the names of the graph's inputs. */
  #past: Feeds;
  #length = 0;

  /** @param ort the build that the mode names */
  constructor(ort: OrtModule, config: Config, mode: PeerMode, files: PeerFiles) {
    this.#ort = ort;
    this.#config = config;
    this.#mode = mode;
    this.#files = files;
    const { heads, channels } = config;
    const none = () =>
      new ort.Tensor('float32', new Float32Array(), [1, heads, 0, channels / heads]);
    this.#past = Object.fromEntries(this.#cacheNames('past').map((name) => [name, none()]));
  }

  /** The prompt: at most W token rows. Returns their logits [R, V]. */
  async read(rows: readonly Row[]): Promise<Float32Array> {
    const session = await this.#session(this.#files.tokens);
    const { logits, ...present } = await session.run(this.#feeds(rows));
    this.#past = Object.fromEntries(
      Object.entries(present).map(([name, tensor]) => [name.replace('present', 'past'), tensor]),
    );
    this.#length = rows.length;
    return (await logits?.getData()) as Float32Array;
  }

  /**
   * A call that is ready to run, again and again: logits [R, V]. Its inputs are made here, once, while our
   * engines make theirs in every call.
   */
  async prepare({ rows, tokens }: TimedCall): Promise<() => Promise<Float32Array>> {
    const { student, drafting } = this.#files;
    const auxiliary = tokens < rows.length;
    if (auxiliary && !(drafting && student)) throw new Error('There is no graph of auxiliary rows');
    const file = auxiliary && drafting ? drafting : this.#files.tokens;
    const feeds = this.#feeds(rows, auxiliary ? student : undefined);
    if (this.#mode.cache === 'captured') return this.#capture(file, feeds, rows.length);
    const session = await this.#session(file);
    return async () => {
      const { logits, ...present } = await session.run(feeds);
      for (const tensor of Object.values(present)) tensor.dispose();
      return (await logits?.getData()) as Float32Array;
    };
  }

  async #session(file: Uint8Array): Promise<Ort.InferenceSession> {
    const open = this.#sessions.get(file) ?? (await this.#open(file));
    this.#sessions.set(file, open);
    return open;
  }

  #open(file: Uint8Array, captured = false): Promise<Ort.InferenceSession> {
    const { build, cache } = this.#mode;
    const stay =
      cache === 'cpu' ? [] : this.#cacheNames('present').concat(captured ? 'logits' : []);
    return this.#ort.InferenceSession.create(file, {
      executionProviders: [build === 'wasm' ? 'wasm' : 'webgpu'],
      preferredOutputLocation: Object.fromEntries(stay.map((name) => [name, 'gpu-buffer'])),
      ...(captured && { enableGraphCapture: true }),
    });
  }

  /** Inputs and outputs in buffers of ours; the first run records the commands that later ones repeat. */
  async #capture(
    file: Uint8Array,
    feeds: Feeds,
    rows: number,
  ): Promise<() => Promise<Float32Array>> {
    const { channels, heads, vocabulary } = this.#config;
    const session = await this.#open(file, true);
    const device = (await this.#ort.env.webgpu.device) as GPUDevice;
    const tensor = (dataType: string, dims: readonly number[], data?: ArrayBufferView) => {
      const count = dims.reduce((product, n) => product * n, 1);
      const size = Math.ceil((count * (dataType === 'int64' ? 8 : 4)) / 16) * 16;
      const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
      const buffer = device.createBuffer({ size, usage });
      if (data) device.queue.writeBuffer(buffer, 0, data as GPUAllowSharedBufferSource);
      return this.#ort.Tensor.fromGpuBuffer(buffer, { dataType: dataType as 'float32', dims });
    };
    const inputs = Object.fromEntries(
      Object.entries(feeds).map(([name, feed]) => [
        name,
        feed.location === 'cpu' ? tensor(feed.type, feed.dims, feed.data as ArrayBufferView) : feed,
      ]),
    );
    const logits = tensor('float32', [rows, vocabulary.length]);
    const kept = [1, heads, this.#length + rows, channels / heads];
    const present = this.#cacheNames('present').map((name) => [name, tensor('float32', kept)]);
    const outputs = { logits, ...Object.fromEntries(present) };
    const size = 4 * rows * vocabulary.length;
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const readBack = device.createBuffer({ size, usage });
    return async () => {
      await session.run(inputs, outputs);
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(logits.gpuBuffer as GPUBuffer, 0, readBack, 0, size);
      device.queue.submit([encoder.finish()]);
      await readBack.mapAsync(GPUMapMode.READ);
      const values = new Float32Array(readBack.getMappedRange().slice(0));
      readBack.unmap();
      return values;
    };
  }

  /** The graph's inputs for these rows; token rows come first. @param student of the auxiliary rows */
  #feeds(rows: readonly Row[], student?: Tensors): Feeds {
    const { Tensor } = this.#ort;
    const integers = (values: readonly number[], dims = [values.length]) =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), dims);
    const inputs = rows.map(({ input }) => input);
    const positions = rows.map(({ position }) => position);
    const drafting = () => {
      const auxiliary = inputs.flatMap((input) => ('u' in input ? [input] : []));
      const dims = [auxiliary.length, this.#config.channels];
      const added = new Tensor('float32', this.#added(auxiliary.map(({ u }) => u)), dims);
      return { after: integers(auxiliary.map(({ after }) => after)), added };
    };
    return {
      tokens: integers(inputs.flatMap((input) => ('token' in input ? [input.token] : []))),
      positions: integers(positions, [1, rows.length]),
      mask: this.#mask(rows),
      ...(student && drafting()),
      ...this.#past,
    };
  }

  /** What u and temperature 1 add to each auxiliary row, [A, C]. */
  #added(us: readonly number[]): Float32Array {
    const { student } = this.#files;
    const { channels, temperature_knots: knots } = this.#config;
    const added = new Float32Array(us.length * channels);
    if (!student) return added;
    const [first = 0, last = 1] = [knots.at(0), knots.at(-1)];
    us.forEach((u, row) => {
      addBlend(added, row * channels, valuesOf(student, 'u_embed'), channels, u);
      if (knots.length === 1) return;
      const place = (1 - first) / (last - first);
      addBlend(added, row * channels, valuesOf(student, 'temperature_embed'), channels, place);
    });
    return added;
  }

  /** Each row sees what engine.ts says of a Row: cached positions and its chain of parents, in the window. */
  #mask(rows: readonly Row[]): Ort.Tensor {
    const past = this.#length;
    const keys = past + rows.length;
    const mask = new Float32Array(rows.length * keys).fill(UNSEEN);
    rows.forEach(({ position }, row) => {
      const first = position - this.#config.window + 1;
      mask.fill(0, row * keys + Math.min(Math.max(first, 0), past), row * keys + past);
      for (let at = row; at !== PREFIX; at = rows[at]?.parent ?? PREFIX) {
        if ((rows[at]?.position ?? 0) >= first) mask[row * keys + past + at] = 0;
      }
    });
    return new this.#ort.Tensor('float32', mask, [1, 1, rows.length, keys]);
  }

  #cacheNames(kind: 'past' | 'present'): string[] {
    return Array.from({ length: this.#config.layers }, (_, layer) => [
      `${kind}.${layer}.key`,
      `${kind}.${layer}.value`,
    ]).flat();
  }

  async free(): Promise<void> {
    for (const session of this.#sessions.values()) await session.release();
    this.#sessions.clear();
  }
}
