// One WebAssembly memory, handed out in pieces. A piece that was given back serves the next one of its
// size, so that runs that come and go need no more memory than those that are there at once.

import { Fault } from '../../../model/fault';
import type { Floats } from '../kernels';

const PAGE = 2 ** 16;
/** Pieces begin where cache lines do. */
const LINE = 64;

export class PieceMemory {
  readonly #memory: WebAssembly.Memory;
  /** Addresses of pieces that were given back, by their size. */
  readonly #spare = new Map<number, number[]>();
  #end = 0;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Throws Fault 'no-memory'. */
  floats(count: number): Floats {
    const bytes = wholeLines(4 * count);
    const address = this.#spare.get(bytes)?.pop() ?? this.#extend(bytes);
    return new Piece(this.#memory, address, count);
  }

  free({ values }: Floats): void {
    const bytes = wholeLines(values.byteLength);
    const spare = this.#spare.get(bytes) ?? [];
    this.#spare.set(bytes, spare);
    spare.push(values.byteOffset);
  }

  #extend(bytes: number): number {
    const address = this.#end;
    const missing = address + bytes - this.#memory.buffer.byteLength;
    try {
      if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    } catch (cause) {
      const megabytes = Math.ceil((address + bytes) / 2 ** 20);
      const what = `The CPU engine needs ${megabytes} MB of memory and does not get them`;
      throw new Fault('no-memory', `${what}; other tabs may hold what is missing.`, { cause });
    }
    this.#end += bytes;
    return address;
  }
}

class Piece implements Floats {
  readonly #memory: WebAssembly.Memory;
  readonly #address: number;
  readonly #count: number;
  #values = new Float32Array();

  constructor(memory: WebAssembly.Memory, address: number, count: number) {
    this.#memory = memory;
    this.#address = address;
    this.#count = count;
  }

  /** A view of memory that has grown is empty from then on. */
  get values(): Float32Array {
    if (this.#values.length === 0) {
      this.#values = new Float32Array(this.#memory.buffer, this.#address, this.#count);
    }
    return this.#values;
  }
}

function wholeLines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}
