// The one kind of error that the page can explain to a reader. Anything else is a bug.

export const FAULT_CODES = [
  'no-webgpu', // no adapter, no device, or a browser without WebGPU
  'no-wasm', // a browser without WebAssembly SIMD, or a page that may not compile it
  'no-memory', // the CPU engine's memory cannot grow
  'no-worker', // the thread in which models run did not start, or broke
  'device-lost', // the GPU went away in the middle of a run
  'wrong-numbers', // the start-up self-test found that this device computes something else
  'bad-weights', // a file is truncated, has the wrong checksum or the wrong shapes
  'no-weights', // a file could not be fetched
  'bad-run', // a run that cannot be: unknown method, unknown character, a number out of range
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** An error with a sentence for the reader, in English: the thing, what was found, what is allowed. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A fault as plain data, which can cross from a worker; or a note that is none, about a file not compared. */
export type Told = Readonly<{ code: FaultCode | 'no-checksum'; message: string }>;

export function told({ code, message }: Fault): Told {
  return { code, message };
}
