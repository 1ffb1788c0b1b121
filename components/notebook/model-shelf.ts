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
  type Told,
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
  #gpu: GpuFound | null = null;

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
    const notes = [...model.notes];
    const gpu = kind === 'cpu' && notes.length === 0 ? this.#gpu : null;
    this.#tell(name, { kind: 'live', engine: kind, device, notes, gpu }, model.config);
  }

  /** Say that a task of this model failed. */
  fail(name: ModelName, fault: Told): void {
    this.#tell(name, { kind: 'failed', fault }, null);
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
    if (model.engine.kind === 'cpu') this.#gpu = await findGpu();
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
