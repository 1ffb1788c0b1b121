// One pipeline per use of a kernel: eleven of one family, all compiled asynchronously.

import type { Config } from '../../model/config';
import type { Device } from './device';
import { families, type KernelFamily, type KernelName } from './kernels';
import type { Sizes } from './sizes';

type Use = Readonly<{ kernel: KernelName; constants: Record<string, number> }>;

/** Every pipeline of the engine: its kernel and the sizes that are fixed in it. */
export function usesOf(config: Config, sizes: Sizes, WORKGROUP: number) {
  const { width, head, attention, hidden, vocab, ring, slots, keys, uRows, knots } = sizes;
  const plain = { WORKGROUP, NORM: 0, SQUARE: 0, ADD: 0, CHANNELS: config.channels };
  const heads = { WORKGROUP, ATTENTION: attention, HEAD: head };
  return {
    move: { kernel: 'move', constants: { WORKGROUP, ATTENTION: attention, SLOTS: slots } },
    sight: {
      kernel: 'sight',
      constants: { WORKGROUP, WINDOW: config.window, RING: ring, KEYS: keys },
    },
    embed: {
      kernel: 'embed',
      constants: {
        WORKGROUP,
        CHANNELS: width,
        VOCAB: config.vocabulary.length,
        U_ROWS: uRows,
        KNOTS: knots,
      },
    },
    qkv: {
      kernel: 'qkv',
      constants: { ...heads, WIDTH: width, CHANNELS: config.channels, RING: ring },
    },
    scores: {
      kernel: 'scores',
      constants: { ...heads, KEYS: keys, SCALE: (config.channels / config.heads) ** -0.5 },
    },
    attend: { kernel: 'attend', constants: { ...heads, KEYS: keys } },
    out: { kernel: 'matmul', constants: { ...plain, INPUTS: attention, OUTPUTS: width, ADD: 1 } },
    up: {
      kernel: 'matmul',
      constants: { ...plain, INPUTS: width, OUTPUTS: hidden, NORM: 1, SQUARE: 1 },
    },
    down: { kernel: 'matmul', constants: { ...plain, INPUTS: hidden, OUTPUTS: width, ADD: 1 } },
    unembed: { kernel: 'matmul', constants: { ...plain, INPUTS: width, OUTPUTS: vocab, NORM: 1 } },
    next: { kernel: 'next', constants: { VOCAB: config.vocabulary.length } },
  } satisfies Record<string, Use>;
}

export type Pipelines = Readonly<Record<keyof ReturnType<typeof usesOf>, GPUComputePipeline>>;

/** Throws Fault 'no-webgpu' if this GPU cannot compile them. */
export async function createPipelines(
  device: Device,
  config: Config,
  sizes: Sizes,
  family: KernelFamily,
): Promise<Pipelines> {
  const { kernels, workgroup } = families[family];
  const entries = Object.entries<Use>(usesOf(config, sizes, workgroup));
  return device.create('the kernels', async () => {
    const modules = new Map(
      Object.entries(kernels).map(([label, code]) => [
        label,
        device.gpu.createShaderModule({ label, code }),
      ]),
    );
    const made = entries.map(async ([label, { kernel, constants }]) => {
      const module = modules.get(kernel);
      if (!module) throw new Error(`No kernel ${kernel}`);
      const compute = { module, constants };
      return [
        label,
        await device.gpu.createComputePipelineAsync({ label, layout: 'auto', compute }),
      ] as const;
    });
    return Object.fromEntries(await Promise.all(made)) as Pipelines;
  });
}
