// The one kind of error that the page can explain to a reader. Anything else is a bug.

export type FaultCode =
  | 'no-webgpu' // no adapter, no device, or a browser without WebGPU
  | 'no-wasm' // a browser without WebAssembly SIMD, or a page that may not compile it
  | 'no-memory' // the CPU engine's memory cannot grow
  | 'device-lost' // the GPU went away in the middle of a run
  | 'wrong-numbers' // the start-up self-test found that this device computes something else
  | 'bad-weights' // a file is truncated, has the wrong checksum or the wrong shapes
  | 'no-weights' // a file could not be fetched
  | 'bad-run'; // a run that cannot be: unknown method, unknown character, a number out of range

/** An error with a sentence for the reader: the thing, what was found, what is allowed. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
