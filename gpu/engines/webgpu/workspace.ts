// What all contexts of an engine share: the arrays that a call fills and empties, the table it
// uploads, and the bind groups that know no cache. Calls follow one another on the GPU's queue, so
// one set is enough for any number of runs.

import type { Config } from '../../model/config';
import { MAX_CHAIN } from '../engine';
import { type Device, USAGE } from './device';
import type { KernelFamily } from './kernels';
import type { Pipelines } from './pipelines';
import { MAX_PLACES, type Sizes } from './sizes';
import { TABLE_BYTES } from './table';
import type { WeightBuffers } from './weights';

/** Moves of one commit: two slots of 16 bits each, four moves to a vector. */
export const MOVES_BYTES = 4 * 256;

/** Length and temperature, filled up to a vector, then the u's. */
export const CHAIN_BYTES = 4 * (4 + MAX_CHAIN);

export type Buffers = Readonly<{
  call: GPUBuffer; // the table of rows, see table.ts
  moves: GPUBuffer;
  sight: GPUBuffer; // [places, 1 + keys]
  x: GPUBuffer; // [places, width]
  scores: GPUBuffer; // [places, heads, keys]
  mixed: GPUBuffer; // [places, attention]
  hidden: GPUBuffer; // [places, hidden]
  logits: GPUBuffer; // [places, vocab]
  chain: GPUBuffer; // see kernels/next.wgsl
  tokens: GPUBuffer; // [MAX_CHAIN]
}>;

export type Groups = Readonly<{
  sight: GPUBindGroup;
  embed: GPUBindGroup;
  layers: readonly Readonly<{ out: GPUBindGroup; up: GPUBindGroup; down: GPUBindGroup }>[];
  unembed: GPUBindGroup;
  next: GPUBindGroup;
}>;

/** All that an engine prepared; nothing is created after this but contexts. */
export type Shared = Readonly<{
  device: Device;
  config: Config;
  sizes: Sizes;
  family: KernelFamily;
  pipelines: Pipelines;
  weights: WeightBuffers;
  buffers: Buffers;
  groups: Groups;
  /** The table of the next call. */
  table: Uint32Array<ArrayBuffer>;
}>;

export function createBuffers(device: Device, config: Config, sizes: Sizes): Buffers {
  const { width, attention, hidden, vocab, keys } = sizes;
  const buffer = device.buffer.bind(device);
  const rows = (label: string, columns: number, usage = 0) =>
    buffer(label, 4 * MAX_PLACES * columns, USAGE.storage | usage);
  return {
    call: buffer('call', TABLE_BYTES, USAGE.uniform | USAGE.storage | USAGE.copyTarget),
    moves: buffer('moves', MOVES_BYTES, USAGE.uniform | USAGE.copyTarget),
    sight: rows('sight', 1 + keys),
    x: rows('x', width, USAGE.copySource),
    scores: rows('scores', config.heads * keys),
    mixed: rows('mixed', attention),
    hidden: rows('hidden', hidden),
    logits: rows('logits', vocab, USAGE.copySource),
    chain: buffer('chain', CHAIN_BYTES, USAGE.uniform | USAGE.copyTarget),
    tokens: buffer('tokens', 4 * MAX_CHAIN, USAGE.storage | USAGE.copySource),
  };
}

export function createGroups(
  gpu: GPUDevice,
  pipelines: Pipelines,
  weights: WeightBuffers,
  buffers: Buffers,
): Groups {
  const { call, sight, x, mixed, hidden, logits } = buffers;
  const { embed, out, up, down, unembed } = pipelines;
  return {
    sight: bind(gpu, pipelines.sight, call, sight),
    embed: bind(gpu, embed, call, weights.embeddings, x),
    layers: weights.layers.map((layer) => ({
      out: bind(gpu, out, call, mixed, layer.out, x),
      up: bind(gpu, up, call, x, layer.up, hidden),
      down: bind(gpu, down, call, hidden, layer.down, x),
    })),
    unembed: bind(gpu, unembed, call, x, weights.unembed, logits),
    next: bind(gpu, pipelines.next, logits, buffers.chain, call, buffers.tokens),
  };
}

/** A bind group of the given buffers, or parts of them, in the order of their bindings. */
export function bind(
  gpu: GPUDevice,
  pipeline: GPUComputePipeline,
  ...resources: readonly (GPUBuffer | GPUBufferBinding)[]
): GPUBindGroup {
  return gpu.createBindGroup({
    label: pipeline.label,
    layout: pipeline.getBindGroupLayout(0),
    entries: resources.map((resource, binding) => ({
      binding,
      resource: 'buffer' in resource ? resource : { buffer: resource },
    })),
  });
}
