// What a call asks of WebGPU, counted by wrapping the prototypes: it holds on every device, and for
// every library.

const COUNTED: Readonly<Record<string, readonly string[]>> = {
  GPUDevice: [
    'createBuffer',
    'createBindGroup',
    'createBindGroupLayout',
    'createPipelineLayout',
    'createQuerySet',
    'createTexture',
    'createShaderModule',
    'createComputePipeline',
    'createComputePipelineAsync',
    'createCommandEncoder',
  ],
  GPUCommandEncoder: ['beginComputePass'],
  GPUComputePassEncoder: ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect'],
  GPUQueue: ['submit', 'writeBuffer'],
  GPUBuffer: ['mapAsync'],
};

type Method = (...args: unknown[]) => unknown;

/**
 * Counts from now on, until `stop`: calls by the method's name; as `bytes` what `writeBuffer` uploads where
 * it is given 32-bit words; as `read` what `mapAsync` maps where it is given a size.
 * @param scope where the constructors are: a page's globals, or those of Node's bindings
 */
export function countCalls(scope: object): { counts: Record<string, number>; stop: () => void } {
  const counts: Record<string, number> = {};
  const undo: (() => void)[] = [];
  for (const [type, methods] of Object.entries(COUNTED)) {
    const { prototype } = (scope as Record<string, { prototype: Record<string, Method> }>)[
      type
    ] ?? {
      prototype: {},
    };
    for (const name of methods) {
      const original = prototype[name];
      if (!original) throw new Error(`${type} has no ${name}`);
      prototype[name] = function (this: unknown, ...args: unknown[]) {
        counts[name] = (counts[name] ?? 0) + 1;
        if (name === 'writeBuffer') counts.bytes = (counts.bytes ?? 0) + 4 * Number(args[4]);
        if (name === 'mapAsync') counts.read = (counts.read ?? 0) + Number(args[2]);
        return original.apply(this, args);
      };
      undo.push(() => {
        prototype[name] = original;
      });
    }
  }
  return {
    counts,
    stop: () => {
      for (const restore of undo) restore();
    },
  };
}
