// The reader's GPU, watched. Loss and uncaptured errors are handled here and nowhere else. Read next:
// shared-device.ts, adapter.ts.

import { Fault } from '../../model/fault';
import { type Hold, holdDevice } from './shared-device';

/** Buffer usages as the standard numbers them: Node's bindings have no globals for them. */
export const USAGE = {
  mapRead: 1,
  copySource: 4,
  copyTarget: 8,
  uniform: 64,
  storage: 128,
} as const;
/** GPUMapMode.READ */
export const MAP_READ = 1;

/** One engine's view of the device that all share: its buffers, and what went wrong. Must be destroyed. */
export class Device {
  readonly gpu: GPUDevice;
  readonly name: string;
  readonly software: boolean;
  /** Held, because Node's bindings take the process with them when they are collected before a device. */
  readonly source: GPU | undefined;
  readonly #release: () => void;
  readonly #buffers = new Set<GPUBuffer>();
  /** What every call throws from now on. */
  #failure: Error | undefined;
  #destroyed = false;

  /** Throws Fault 'no-webgpu'. */
  static async open(gpu: GPU | undefined): Promise<Device> {
    return new Device(await holdDevice(gpu), gpu);
  }

  private constructor({ device, name, software, release }: Hold, source: GPU | undefined) {
    this.gpu = device;
    this.name = name;
    this.software = software;
    this.source = source;
    this.#release = release;
    device.lost.then(({ message }) => {
      this.#failure = this.#lostFault(new Error(message));
    });
    device.addEventListener('uncapturederror', this.#hear);
  }

  readonly #hear = (event: GPUUncapturedErrorEvent): void => {
    event.preventDefault();
    this.#failure ??= isOutOfMemory(event.error)
      ? new Fault('device-lost', `The GPU (${this.name}) ran out of memory.`, {
          cause: event.error,
        })
      : new Error(event.error.message, { cause: event.error });
  };

  /** A new buffer, which lives until it is freed or its engine is destroyed. */
  buffer(label: string, size: number, usage: number): GPUBuffer {
    const buffer = this.gpu.createBuffer({ label, size, usage });
    this.#buffers.add(buffer);
    return buffer;
  }

  free(buffer: GPUBuffer): void {
    this.#buffers.delete(buffer);
    buffer.destroy();
  }

  /** Throws Fault 'device-lost' if the GPU went away, or the error that it reported on its own. */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Waits for `mapped`. A GPU that goes away rejects what is pending: Fault 'device-lost'. */
  async wait(mapped: Promise<unknown>): Promise<void> {
    try {
      await mapped;
    } catch (cause) {
      throw this.#failure ?? this.#lostFault(cause);
    }
    this.check();
  }

  /** What `create` returns, or Fault 'no-webgpu' if this GPU cannot make it. */
  async create<T>(what: string, create: () => T | Promise<T>): Promise<T> {
    this.gpu.pushErrorScope('out-of-memory');
    this.gpu.pushErrorScope('validation');
    const made = (async () => create())();
    const scopes = Promise.all([this.gpu.popErrorScope(), this.gpu.popErrorScope()]);
    const [result, errors] = await Promise.allSettled([made, scopes]);
    this.check();
    // What a scope caught names line and column; a rejection only says that something was invalid.
    const caught = errors.status === 'fulfilled' ? errors.value.find((error) => error) : undefined;
    if (result.status === 'fulfilled' && !caught) return result.value;
    const cause = caught
      ? new Error(caught.message)
      : result.status === 'rejected' && result.reason;
    throw new Fault('no-webgpu', `The GPU (${this.name}) could not make ${what}.`, { cause });
  }

  /** Frees this engine's buffers; the GPUDevice goes with the last engine. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#failure ??= this.#lostFault(new Error('destroyed'));
    for (const buffer of this.#buffers) this.free(buffer);
    this.gpu.removeEventListener('uncapturederror', this.#hear);
    this.#release();
  }

  #lostFault(cause: unknown): Fault {
    return new Fault('device-lost', `The GPU (${this.name}) went away.`, { cause });
  }
}

function isOutOfMemory(error: GPUError): boolean {
  // By name: Node's bindings do not put the constructors among the globals.
  return error.constructor.name === 'GPUOutOfMemoryError';
}
