// One GPUDevice for all engines of a page: asked for by the first, freed with the last.

import { Fault } from '../../model/fault';
import { findAdapter } from './adapter';

/** One engine's share of the device. */
export type Hold = Readonly<{
  device: GPUDevice;
  name: string;
  software: boolean;
  /** Once; the last one frees the device. */
  release: () => void;
}>;

type Opened = Omit<Hold, 'release'>;
type Shared = { holders: number; readonly opened: Promise<Opened> };

/** The device that is shared now, by where it came from. */
const current = new WeakMap<GPU, Shared>();

/** The shared device, or a new one where there is none or the last one was lost. Throws Fault 'no-webgpu'. */
export async function holdDevice(gpu: GPU | undefined): Promise<Hold> {
  if (!gpu) throw new Fault('no-webgpu', 'This browser has no WebGPU.');
  for (;;) {
    const before = current.get(gpu);
    const shared = before ?? { holders: 0, opened: open(gpu) };
    current.set(gpu, shared);
    shared.holders += 1;
    const opened = await shared.opened.catch((cause: unknown) => {
      forget(gpu, shared);
      throw cause;
    });
    if (!before || !(await isLost(opened.device))) {
      return { ...opened, release: () => release(gpu, shared, opened.device) };
    }
    forget(gpu, shared); // and look again: another engine may have asked for a new one meanwhile
  }
}

function release(gpu: GPU, shared: Shared, device: GPUDevice): void {
  shared.holders -= 1;
  if (shared.holders > 0) return;
  forget(gpu, shared);
  device.destroy();
}

function forget(gpu: GPU, shared: Shared): void {
  if (current.get(gpu) === shared) current.delete(gpu);
}

async function open(gpu: GPU): Promise<Opened> {
  const { adapter, name, software } = await findAdapter(gpu);
  try {
    return { device: await adapter.requestDevice({ label: 'foretoken' }), name, software };
  } catch (cause) {
    throw new Fault('no-webgpu', `The GPU (${name}) refused to start.`, { cause });
  }
}

/** News of a loss comes before the answer to a question that is asked after it. */
function isLost(device: GPUDevice): Promise<boolean> {
  const answer = device.queue.onSubmittedWorkDone().then(
    () => false,
    () => true,
  );
  return Promise.race([device.lost.then(() => true), answer]);
}
