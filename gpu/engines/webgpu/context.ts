// One run's text on the GPU: its cache of keys and values, the call, and the chain. A call is one table
// uploaded, one pass of 6 L + 3 dispatches (one more after a commit that moved rows), one submit and
// one read-back; nothing is created in it. A chain is that many times over, with one dispatch more each,
// which picks the token. Read next: table.ts and kernels/.

import { MAX_ROWS, type StudentName, seesU } from '../../model/config';
import { Fault } from '../../model/fault';
import { rmsNormRows } from '../cpu/math';
import { type Chained, type Context, type Logits, MAX_CHAIN, PREFIX, type Row } from '../engine';
import { MAP_READ, USAGE } from './device';
import { families } from './kernels';
import { MAX_PLACES, STUDENTS, TILE } from './sizes';
import { type Drafter, fillTable, type Placed } from './table';
import { bind, CHAIN_BYTES, type Shared } from './workspace';

type LayerGroups = Readonly<{ qkv: GPUBindGroup; scores: GPUBindGroup; attend: GPUBindGroup }>;

export class GpuContext implements Context {
  length = 0;
  readonly #shared: Shared;
  readonly #isLoaded: (student: StudentName) => boolean;
  readonly #cache: GPUBuffer; // [L, slots, 3 attention]: q, k and v of each slot
  readonly #readBack: GPUBuffer; // [places, vocab], then [places, width] with states
  /** The gains of the last norm, where calls bring states along. */
  readonly #stateNorm: Float32Array | undefined;
  readonly #layers: readonly LayerGroups[];
  readonly #moveGroup: GPUBindGroup;
  /** Moves that the next call begins with: from | to << 16. */
  readonly #moves = new Uint32Array(MAX_ROWS);
  #moveCount = 0;
  #last: { rows: readonly Row[]; placed: Placed } | undefined;
  #busy = false;
  #freed = false;

  constructor(
    shared: Shared,
    isLoaded: (student: StudentName) => boolean,
    stateNorm?: Float32Array,
  ) {
    this.#shared = shared;
    this.#isLoaded = isLoaded;
    this.#stateNorm = stateNorm;
    const { device, config, sizes, pipelines, weights, buffers } = shared;
    const { gpu } = device;
    const layerBytes = 4 * sizes.slots * 3 * sizes.attention;
    const readBytes = 4 * MAX_PLACES * (sizes.vocab + (stateNorm ? sizes.width : 0));
    this.#cache = device.buffer('cache', config.layers * layerBytes, USAGE.storage);
    this.#readBack = device.buffer('read-back', readBytes, USAGE.mapRead | USAGE.copyTarget);
    this.#layers = weights.layers.map((layer, index) => {
      const cache = { buffer: this.#cache, offset: index * layerBytes, size: layerBytes };
      const { call, sight, x, scores, mixed } = buffers;
      return {
        qkv: bind(gpu, pipelines.qkv, call, x, layer.qkv, weights.rope, cache),
        scores: bind(gpu, pipelines.scores, sight, cache, scores),
        attend: bind(gpu, pipelines.attend, call, sight, scores, cache, mixed),
      };
    });
    this.#moveGroup = bind(gpu, pipelines.move, buffers.moves, this.#cache);
  }

  async call(rows: readonly Row[], student?: StudentName, temperature = 1): Promise<Logits> {
    const { config, sizes, buffers } = this.#shared;
    const started = performance.now();
    const placed = this.#fill(rows, this.#drafter(student, temperature));
    const count = 1 + Math.max(...placed.place); // behind the last row stand fillers
    const bytes = 4 * count * sizes.vocab;
    const stateBytes = 4 * count * sizes.width;
    const wanted: Part[] = [{ buffer: buffers.logits, bytes }];
    if (this.#stateNorm) wanted.push({ buffer: buffers.x, bytes: stateBytes });
    await this.#run(placed, (pass) => this.#encode(pass, placed), wanted);
    const vocab = config.vocabulary.length;
    const values = inOrder(placed, this.#mapped(0, bytes), sizes.vocab, vocab);
    const states =
      this.#stateNorm && this.#states(placed, this.#mapped(bytes, stateBytes), this.#stateNorm);
    this.#readBack.unmap();
    if (!values.every(Number.isFinite)) throw this.#nonsense();
    this.#last = { rows, placed };
    return { values, vocab, ...(states && { states }), ms: performance.now() - started };
  }

  readonly chain = async (
    token: number,
    us: readonly number[],
    temperature: number,
  ): Promise<Chained> => {
    const { device, config, buffers, groups, pipelines } = this.#shared;
    const started = performance.now();
    if (us.length < 1 || us.length > MAX_CHAIN) throw new Error(`A chain of ${us.length}`);
    const row: Row = { input: { token }, parent: PREFIX, position: this.length };
    const placed = this.#fill([row], undefined);
    const input = new Float32Array(CHAIN_BYTES / 4);
    new Uint32Array(input.buffer)[0] = this.length;
    input.set([temperature], 1);
    input.set(us, 4);
    device.gpu.queue.writeBuffer(buffers.chain, 0, input, 0, 4 + us.length);
    const rounds = (pass: GPUComputePassEncoder) => {
      us.forEach((_, round) => {
        const keys = Math.min(placed.keys + round, config.window);
        this.#encode(pass, { ...placed, keys }, round === 0);
        dispatch(pass, pipelines.next, groups.next, 1);
      });
    };
    const bytes = 4 * us.length;
    await this.#run(placed, rounds, [{ buffer: buffers.tokens, bytes }]);
    const tokens = [...new Uint32Array(this.#readBack.getMappedRange(0, bytes))];
    this.#readBack.unmap();
    if (tokens.some((picked) => picked >= config.vocabulary.length)) throw this.#nonsense();
    this.length += us.length;
    return { tokens, ms: performance.now() - started };
  };

  #nonsense(): Fault {
    const { name } = this.#shared.device;
    return new Fault('wrong-numbers', `The GPU (${name}) computed what is not a number.`);
  }

  /** The table of a call, filled. */
  #fill(rows: readonly Row[], drafter: Drafter | undefined): Placed {
    const { device, config, table } = this.#shared;
    device.check();
    if (this.#freed) throw new Error('The context is freed');
    if (this.#busy) throw new Error('A context runs one call at a time');
    return fillTable(table, config, rows, this.length, drafter);
  }

  /** Uploads the table, submits one pass, and maps what is wanted of it, one behind the other. */
  async #run(
    { words }: Placed,
    encode: (pass: GPUComputePassEncoder) => void,
    wanted: readonly Part[],
  ): Promise<void> {
    const { device, buffers, table } = this.#shared;
    this.#last = undefined;
    this.#busy = true;
    try {
      const { queue } = device.gpu;
      queue.writeBuffer(buffers.call, 0, table, 0, words);
      if (this.#moveCount > 0) queue.writeBuffer(buffers.moves, 0, this.#moves, 0, this.#moveCount);
      const encoder = device.gpu.createCommandEncoder({ label: 'call' });
      const pass = encoder.beginComputePass({ label: 'call' });
      encode(pass);
      pass.end();
      let bytes = 0;
      for (const part of wanted) {
        encoder.copyBufferToBuffer(part.buffer, 0, this.#readBack, bytes, part.bytes);
        bytes += part.bytes;
      }
      queue.submit([encoder.finish()]);
      this.#moveCount = 0;
      await device.wait(this.#readBack.mapAsync(MAP_READ, 0, bytes));
    } catch (error) {
      throw this.#freed
        ? new Error('The context was freed during a call', { cause: error })
        : error;
    } finally {
      this.#busy = false;
    }
  }

  commit(rows: readonly number[]): void {
    const { ring } = this.#shared.sizes;
    let above = PREFIX;
    for (const index of rows) {
      const row = this.#last?.rows[index];
      const place = this.#last?.placed.place[index];
      const fits = row && row.parent === above && row.position === this.length;
      if (!fits || place === undefined || !('token' in row.input)) {
        throw new Error(`Row ${index} of the last call does not continue the text`);
      }
      if (!this.#last?.placed.inRing[index]) {
        this.#moves[this.#moveCount++] = (ring + place) | ((this.length % ring) << 16);
      }
      this.length += 1;
      above = index;
    }
    this.#last = undefined;
  }

  free(): void {
    this.#freed = true;
    this.#shared.device.free(this.#cache);
    this.#shared.device.free(this.#readBack);
  }

  #drafter(student: StudentName | undefined, temperature: number): Drafter | undefined {
    if (!student || !this.#isLoaded(student)) return undefined;
    const uRows = seesU(student) ? this.#shared.config.u_knots : 1;
    return { set: 1 + STUDENTS.indexOf(student), uRows, temperature };
  }

  /** @param first whether this pass has to begin with the moves of the last commit */
  #encode(pass: GPUComputePassEncoder, { places, keys }: Placed, first = true): void {
    const { config, sizes, family, pipelines, groups } = this.#shared;
    const { width, attention, hidden, vocab } = sizes;
    const { workgroup, workgroups } = families[family];
    const run = dispatch.bind(undefined, pass);
    const groupsOf = (invocations: number) => Math.ceil(invocations / workgroup);
    const tiles = (columns: number) => workgroups(places / TILE, columns);
    if (first && this.#moveCount > 0) {
      run(pipelines.move, this.#moveGroup, groupsOf(attention / 2), this.#moveCount, config.layers);
    }
    run(pipelines.sight, groups.sight, places);
    run(pipelines.embed, groups.embed, groupsOf((places * width) / 4));
    groups.layers.forEach(({ out, up, down }, index) => {
      const own = this.#layers[index];
      if (!own) throw new Error(`No layer ${index}`);
      run(pipelines.qkv, own.qkv, tiles(3 * attention));
      run(pipelines.scores, own.scores, groupsOf(keys / 4), config.heads, places);
      run(pipelines.attend, own.attend, workgroups(places, attention));
      run(pipelines.out, out, tiles(width));
      run(pipelines.up, up, tiles(hidden));
      run(pipelines.down, down, tiles(width));
    });
    run(pipelines.unembed, groups.unembed, tiles(vocab));
  }

  /** States [R, C]: what left the last layer, normed. */
  #states(placed: Placed, x: Float32Array, gain: Float32Array): Float32Array {
    const states = inOrder(placed, x, this.#shared.sizes.width, gain.length);
    rmsNormRows(states, states, gain, placed.place.length);
    return states;
  }

  #mapped(from: number, bytes: number): Float32Array {
    return new Float32Array(this.#readBack.getMappedRange(from, bytes));
  }
}

/** The first bytes of a buffer. */
type Part = Readonly<{ buffer: GPUBuffer; bytes: number }>;

/** The first `columns` of every row of a call, in its order. */
function inOrder(
  { place }: Placed,
  mapped: Float32Array,
  stride: number,
  columns: number,
): Float32Array {
  const values = new Float32Array(place.length * columns);
  place.forEach((from, row) => {
    values.set(mapped.subarray(from * stride, from * stride + columns), row * columns);
  });
  return values;
}

function dispatch(
  pass: GPUComputePassEncoder,
  pipeline: GPUComputePipeline,
  group: GPUBindGroup,
  x: number,
  y = 1,
  z = 1,
): void {
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(x, y, z);
}
