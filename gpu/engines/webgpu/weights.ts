// The weights of all sets on the GPU: one buffer per matrix, in which set s is the s-th part.

import type { Config } from '../../model/config';
import type { Tensors } from '../../model/safetensors';
import { valuesOf } from '../../model/weights';
import { type Device, USAGE } from './device';
import { byHead, inOrder, packMatrix, packRope, packRows, qkvOrder } from './pack';
import { SETS, type Sizes, STUDENTS } from './sizes';

export type LayerBuffers = Readonly<{
  qkv: GPUBuffer; // [SETS, width, 3 attention]
  out: GPUBuffer; // [SETS, attention, width]
  up: GPUBuffer; // [SETS, width, hidden]
  down: GPUBuffer; // [SETS, hidden, width]
}>;

export type WeightBuffers = Readonly<{
  layers: readonly LayerBuffers[];
  unembed: GPUBuffer; // [SETS, width, vocab]
  embeddings: GPUBuffer; // [V, width], then [uRows + knots, width] for each student
  rope: GPUBuffer; // [positions, head / 8, 2, 4]
}>;

/** Empty buffers with room for every set; only the rotary table is filled. */
export function createWeightBuffers(device: Device, config: Config, sizes: Sizes): WeightBuffers {
  const { width, attention, hidden, vocab } = sizes;
  const floats = (label: string, count: number) =>
    device.buffer(label, 4 * count, USAGE.storage | USAGE.copyTarget);
  const layers = Array.from({ length: config.layers }, (_, layer) => ({
    qkv: floats(`${layer} qkv`, SETS * width * 3 * attention),
    out: floats(`${layer} out`, SETS * attention * width),
    up: floats(`${layer} up`, SETS * width * hidden),
    down: floats(`${layer} down`, SETS * hidden * width),
  }));
  const tables = config.vocabulary.length + STUDENTS.length * (sizes.uRows + sizes.knots);
  const table = packRope(config, sizes);
  const rope = floats('rope', table.length);
  device.gpu.queue.writeBuffer(rope, 0, table);
  return {
    layers,
    unembed: floats('unembed', SETS * width * vocab),
    embeddings: floats('embeddings', tables * width),
    rope,
  };
}

/** Writes one set of weights: 0 the teacher's, s the merged weights of student s. */
export function writeWeights(
  gpu: GPUDevice,
  buffers: WeightBuffers,
  config: Config,
  sizes: Sizes,
  set: number,
  tensors: Tensors,
): void {
  const { channels, hidden } = config;
  const vocab = config.vocabulary.length;
  const stream = inOrder(channels, sizes.width);
  const inner = inOrder(hidden, sizes.hidden);
  const heads = byHead(config, sizes);
  const write = (buffer: GPUBuffer, values: Float32Array<ArrayBuffer>) =>
    gpu.queue.writeBuffer(buffer, set * values.byteLength, values);
  buffers.layers.forEach((layer, index) => {
    const tensor = (name: string) => valuesOf(tensors, `layers.${index}.${name}`);
    const [attnNorm, mlpNorm] = [tensor('attn_norm'), tensor('mlp_norm')];
    const columns = qkvOrder(config, sizes);
    write(layer.qkv, packMatrix(tensor('qkv'), channels, stream, columns, attnNorm));
    write(layer.out, packMatrix(tensor('out'), channels, heads, stream));
    write(layer.up, packMatrix(tensor('up'), channels, stream, inner, mlpNorm));
    write(layer.down, packMatrix(tensor('down'), hidden, inner, stream));
  });
  const columns = inOrder(vocab, sizes.vocab);
  const [unembed, finalNorm] = [valuesOf(tensors, 'unembed'), valuesOf(tensors, 'final_norm')];
  write(buffers.unembed, packMatrix(unembed, channels, stream, columns, finalNorm));

  const writeRows = (name: string, row: number) => {
    const values = packRows(valuesOf(tensors, name), channels, sizes.width);
    gpu.queue.writeBuffer(buffers.embeddings, 4 * row * sizes.width, values);
  };
  const table = vocab + (set - 1) * (sizes.uRows + sizes.knots);
  if (set === 0) writeRows('embed', 0);
  else writeRows('u_embed', table);
  if (set > 0 && sizes.knots > 1) writeRows('temperature_embed', table + sizes.uRows);
}
