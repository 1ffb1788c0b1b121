// Models by name, each loaded once, with words about how far it is.

import {
  type Config,
  type FetchFile,
  fetchFrom,
  findGpu,
  type GpuFound,
  loadModel,
  type Model,
  type ModelName,
} from '@/gpu';
import { at } from '../site';
import type { ModelStatus } from './state';

type OnStatus = (model: ModelName, status: ModelStatus, config: Config | null) => void;

export class ModelShelf {
  readonly #models = new Map<ModelName, Promise<Model>>();
  readonly #told = new Map<ModelName, string>();
  readonly #fetchFile: FetchFile;
  /** How to stop what is downloaded for a model. */
  readonly #stops = new Map<ModelName, AbortController>();
  readonly #onStatus: OnStatus;

  /** @param origin where the site is; empty for the page's own */
  constructor(onStatus: OnStatus, origin: string) {
    this.#onStatus = onStatus;
    this.#fetchFile = fetchFrom(origin + at('/model/'));
  }

  /** The model, fetched when it is first asked for; after a failure the next call tries again. */
  async take(name: ModelName): Promise<Model> {
    const model = this.#models.get(name) ?? this.#load(name);
    this.#models.set(name, model);
    try {
      return await model;
    } catch (cause) {
      this.#models.delete(name);
      throw cause;
    }
  }

  /** Whether a model's files may be downloaded: what is under way stops at once, what has come is kept. */
  allow(name: ModelName, allowed: boolean): void {
    if (!allowed) this.#stopOf(name).abort();
    else if (this.#stopOf(name).signal.aborted) this.#stops.delete(name);
  }

  /** Every model goes, and what is being loaded as soon as it has come; the next `take` loads anew. */
  clear(): void {
    for (const model of this.#models.values()) {
      model.then(
        (loaded) => loaded.destroy(),
        () => undefined, // told to whoever took it
      );
    }
    this.#models.clear();
    this.#told.clear();
  }

  /** Say which engine runs the model now, if that is news. */
  report(name: ModelName, model: Model): void {
    const { kind, device } = model.engine;
    const note = model.notes.length > 0 ? model.notes.join(' ') : null;
    this.#tell(name, { kind: 'live', engine: kind, device, note }, model.config);
  }

  /** Say that a task of this model failed. */
  fail(name: ModelName, reason: string): void {
    this.#tell(name, { kind: 'failed', reason }, null);
  }

  async #load(name: ModelName): Promise<Model> {
    const files = new Map<string, { loaded: number; total: number }>();
    this.#tell(name, { kind: 'loading', bytes: 0, of: 0 }, null);
    const model = await loadModel(name, {
      fetchFile: (path, options) =>
        this.#fetchFile(path, { ...options, signal: this.#stopOf(name).signal }),
      onProgress: ({ file, loaded, total }) => {
        files.set(file, { loaded, total });
        const sum = (of: 'loaded' | 'total') =>
          [...files.values()].reduce((bytes, part) => bytes + part[of], 0);
        this.#tell(name, { kind: 'loading', bytes: sum('loaded'), of: sum('total') }, null);
      },
    });
    if (model.engine.kind === 'cpu' && model.notes.length === 0) {
      model.notes.push(whyCpu(await findGpu()));
    }
    return model;
  }

  #stopOf(name: ModelName): AbortController {
    const stop = this.#stops.get(name) ?? new AbortController();
    this.#stops.set(name, stop);
    return stop;
  }

  #tell(name: ModelName, status: ModelStatus, config: Config | null): void {
    const news = JSON.stringify(status);
    if (this.#told.get(name) === news) return;
    this.#told.set(name, news);
    this.#onStatus(name, status, config);
  }
}

function whyCpu(found: GpuFound): string {
  switch (found) {
    case 'no WebGPU':
      return 'This browser does not offer WebGPU here; the CPU runs the same model.';
    case 'no adapter':
      return 'This browser has WebGPU but offers no graphics processor; the CPU runs the same model.';
    case 'a software adapter':
    case 'a GPU': // not alone: a GPU that failed has left a note of its own
      return 'WebGPU offers only a program that imitates a graphics processor here; the CPU runs the same model directly.';
    default:
      return found satisfies never;
  }
}
