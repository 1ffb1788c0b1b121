// The reader's GPU: asked for, named, and watched. Loss and uncaptured errors are handled here and
// nowhere else.

import { Fault } from '../../model/fault';

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

/** A software adapter computes on the CPU; the CPU engine is faster than that. */
export type Adapter = Readonly<{ adapter: GPUAdapter; name: string; software: boolean }>;

/** The adapter that the browser prefers. Throws Fault 'no-webgpu'. */
export async function findAdapter(gpu: GPU | undefined): Promise<Adapter> {
  if (!gpu) throw new Fault('no-webgpu', 'This browser has no WebGPU.');
  // Old Android phones have an adapter in compatibility mode only; the kernels keep to its limits.
  const adapter =
    (await gpu.requestAdapter()) ?? (await gpu.requestAdapter({ featureLevel: 'compatibility' }));
  if (!adapter) {
    throw new Fault('no-webgpu', 'This browser has WebGPU, but found no GPU that it may use.');
  }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
  const software =
    isFallbackAdapter ||
    /swiftshader|llvmpipe|lavapipe|basic render/i.test(
      [vendor, architecture, description].join(' '),
    );
  return { adapter, name, software };
}

export class Device {
  readonly gpu: GPUDevice;
  readonly name: string;
  readonly software: boolean;
  /** Held, because Node's bindings take the process with them when they are collected before a device. */
  readonly source: GPU | undefined;
  /** What every call throws from now on. */
  #failure: Error | undefined;

  /** Throws Fault 'no-webgpu'. */
  static async open(gpu: GPU | undefined): Promise<Device> {
    const { adapter, name, software } = await findAdapter(gpu);
    try {
      const device = await adapter.requestDevice({ label: 'foretoken' });
      return new Device(device, name, software, gpu);
    } catch (cause) {
      throw new Fault('no-webgpu', `The GPU (${name}) refused to start.`, { cause });
    }
  }

  private constructor(gpu: GPUDevice, name: string, software: boolean, source: GPU | undefined) {
    this.gpu = gpu;
    this.name = name;
    this.software = software;
    this.source = source;
    gpu.lost.then(({ message }) => {
      this.#failure = this.#lostFault(new Error(message));
    });
    gpu.addEventListener('uncapturederror', (event) => {
      event.preventDefault();
      this.#failure ??= isOutOfMemory(event.error)
        ? new Fault('device-lost', `The GPU (${name}) ran out of memory.`, { cause: event.error })
        : new Error(event.error.message, { cause: event.error });
    });
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

  destroy(): void {
    this.#failure ??= this.#lostFault(new Error('destroyed'));
    this.gpu.destroy();
  }

  #lostFault(cause: unknown): Fault {
    return new Fault('device-lost', `The GPU (${this.name}) went away.`, { cause });
  }
}

function isOutOfMemory(error: GPUError): boolean {
  // By name: Node's bindings do not put the constructors among the globals.
  return error.constructor.name === 'GPUOutOfMemoryError';
}
