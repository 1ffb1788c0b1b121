// Which family of kernels is faster here: the same product by each, turn by turn. A barrier costs nothing
// on one GPU and a fortune on another, and an adapter's name does not tell which. Asked once per device
// and page: a text must not change its kernels, and with them its last bits, when a lost GPU comes back.
// Not asked on a software adapter, where a barrier is always dear (trial.test.ts) and compiling the trial's
// kernels would be a third of the time to the first token.

import { type Device, USAGE } from './device';
import { families, type KernelFamily } from './kernels';
import { TILE } from './sizes';
import { TABLE_BYTES } from './table';
import { bind } from './workspace';

/** A product of one tile of rows, about as large as the largest of a model. */
const INPUTS = 128;
const OUTPUTS = 512;
const BUDGET_MS = 60;

/** Milliseconds of one product by each family. */
export type Trial = Readonly<Record<KernelFamily, number>>;

const choices = new Map<string, Promise<KernelFamily>>();

/** The faster family for this device, the same for as long as the page lives. Throws as a call does. */
export async function fasterFamily(device: Device): Promise<KernelFamily> {
  return device.software ? 'barrier-free' : triedFamily(device);
}

function triedFamily(device: Device): Promise<KernelFamily> {
  const known = choices.get(device.name);
  if (known) return known;
  const choice = runTrial(device).then((ms) =>
    ms.tiled < ms['barrier-free'] ? 'tiled' : 'barrier-free',
  );
  choices.set(device.name, choice);
  // A device that went away chose nothing.
  choice.catch(() => choices.delete(device.name));
  return choice;
}

/**
 * Times both families, turn by turn, and takes the least of each. A turn has twice as many products as the
 * one before, so that in the last ones arithmetic outweighs the round trip; another that would pass
 * BUDGET_MS is not begun. Throws as a call does.
 */
export async function runTrial(device: Device): Promise<Trial> {
  const buffers = await device.create('the buffers of its trial', () => createBuffers(device));
  const tiled = await prepare(device, 'tiled', buffers);
  const barrierFree = await prepare(device, 'barrier-free', buffers);
  await tiled(1); // the first run of a pipeline may still compile
  await barrierFree(1);
  const least = { tiled: Number.POSITIVE_INFINITY, 'barrier-free': Number.POSITIVE_INFINITY };
  let spent = 0;
  for (let products = 1; 2 * spent < BUDGET_MS; products *= 2) {
    const pair = { tiled: await tiled(products), 'barrier-free': await barrierFree(products) };
    least.tiled = Math.min(least.tiled, pair.tiled / products);
    least['barrier-free'] = Math.min(least['barrier-free'], pair['barrier-free'] / products);
    spent += pair.tiled + pair['barrier-free'];
  }
  for (const buffer of buffers) device.free(buffer);
  return least;
}

type Buffers = readonly [call: GPUBuffer, x: GPUBuffer, weights: GPUBuffer, out: GPUBuffer];

function createBuffers(device: Device): Buffers {
  const array = (count: number) => device.buffer('trial', 4 * count, USAGE.storage);
  const call = device.buffer('trial', TABLE_BYTES, USAGE.uniform | USAGE.copyTarget);
  device.gpu.queue.writeBuffer(call, 0, new Uint32Array([TILE])); // the number of rows
  return [call, array(TILE * INPUTS), array(INPUTS * OUTPUTS), array(TILE * OUTPUTS)];
}

/** A function that runs the product so many times in one submit, and returns the milliseconds that took. */
async function prepare(
  device: Device,
  family: KernelFamily,
  buffers: Buffers,
): Promise<(products: number) => Promise<number>> {
  const { kernels, workgroup, workgroups } = families[family];
  const { gpu } = device;
  const sizes = { WORKGROUP: workgroup, INPUTS, OUTPUTS, CHANNELS: INPUTS };
  const constants = { ...sizes, NORM: 1, SQUARE: 0, ADD: 0 };
  const { pipeline, group } = await device.create('the kernels of its trial', async () => {
    const module = gpu.createShaderModule({ label: 'trial', code: kernels.matmul });
    const compute = { module, constants };
    const pipeline = await gpu.createComputePipelineAsync({
      label: 'trial',
      layout: 'auto',
      compute,
    });
    return { pipeline, group: bind(gpu, pipeline, ...buffers) };
  });
  return async (products) => {
    const started = performance.now();
    const encoder = gpu.createCommandEncoder({ label: 'trial' });
    const pass = encoder.beginComputePass({ label: 'trial' });
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    for (let i = 0; i < products; i++) pass.dispatchWorkgroups(workgroups(1, OUTPUTS));
    pass.end();
    gpu.queue.submit([encoder.finish()]);
    await device.wait(gpu.queue.onSubmittedWorkDone());
    return performance.now() - started;
  };
}
