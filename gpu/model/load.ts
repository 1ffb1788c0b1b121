// A model that is ready to run: files fetched and checked, an engine chosen and tested, students added
// when a method first needs them.

import { createEngine, type EngineKind, findGpu, type KernelFamily } from '../engines/create';
import type { Engine } from '../engines/engine';
import type { Config, ModelName, StudentName } from './config';
import { Fault } from './fault';
import { type FetchFile, verifyFile } from './fetch';
import {
  type FileEntry,
  type Goldens,
  type Manifest,
  parseGoldens,
  parseManifest,
} from './manifest';
import { parseSafetensors, type Tensors } from './safetensors';
import { selfTest } from './self-test';
import { checkTensors, mergeStudent, studentShapes, teacherShapes } from './weights';

export type LoadOptions = Readonly<{
  fetchFile: FetchFile;
  /** Bytes of a weights file that have come, of how many. */
  onProgress?: (progress: Progress) => void;
  /** 'auto': WebGPU where there is a real GPU, else the CPU. */
  engine?: 'auto' | EngineKind;
  /** Where WebGPU is found; the browser's own unless given. */
  gpu?: GPU | undefined;
  /** The GPU's kernels; those that a timed trial finds faster unless given. */
  family?: KernelFamily | undefined;
}>;

export type Progress = Readonly<{ file: string; loaded: number; total: number }>;

/** Must be destroyed. */
export class Model {
  readonly manifest: Manifest;
  readonly goldens: Goldens;
  /** Sentences for the reader about what did not go as hoped, such as an engine that was replaced. */
  readonly notes: string[] = [];
  readonly #options: LoadOptions;
  readonly #teacher: Tensors;
  readonly #students = new Map<StudentName, Tensors>();
  /** Engines to try, the best first; the one in use is no longer among them. */
  #kinds: EngineKind[];
  #engine: Engine | undefined;

  /** @param kinds engines to try, the best first */
  constructor(
    files: Readonly<{ manifest: Manifest; goldens: Goldens; teacher: Tensors }>,
    kinds: readonly EngineKind[],
    options: LoadOptions,
  ) {
    this.manifest = files.manifest;
    this.goldens = files.goldens;
    this.#teacher = files.teacher;
    this.#kinds = [...kinds];
    this.#options = options;
  }

  get config(): Config {
    return this.manifest.config;
  }

  get engine(): Engine {
    if (!this.#engine) throw new Error('The model has no engine: it was destroyed');
    return this.#engine;
  }

  /** Make a student's weights ready, fetching them the first time. Throws Fault. */
  async need(student: StudentName): Promise<void> {
    if (!this.#students.has(student)) {
      this.#students.set(student, await this.#fetchStudent(student));
    }
    if (this.engine.has(student)) return;
    await this.#equip(this.engine, student);
  }

  /**
   * Go on with the next engine, students included, after this one failed. A run that was under way goes
   * on from its written tokens. An engine that was lost is tried again if it stands in the list again, one
   * that failed otherwise is not. Throws the failure again where no engine is left.
   */
  async fallBack(failure?: Fault, failed = this.#engine?.kind): Promise<void> {
    this.#engine?.destroy();
    this.#engine = undefined;
    if (failure) this.notes.push(failure.message);
    if (failure && failure.code !== 'device-lost') {
      this.#kinds = this.#kinds.filter((kind) => kind !== failed);
    }
    const kind = this.#kinds.shift();
    if (!kind) throw failure ?? new Fault('wrong-numbers', 'No engine is left to try.');
    try {
      const { gpu, family } = this.#options;
      const engine = await createEngine(kind, this.config, this.#teacher, gpu, family);
      this.#engine = engine;
      await selfTest(engine, this.goldens);
      for (const student of this.#students.keys()) await this.#equip(engine, student);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      await this.fallBack(cause, kind);
    }
  }

  destroy(): void {
    this.#engine?.destroy();
    this.#engine = undefined;
  }

  async #equip(engine: Engine, student: StudentName): Promise<void> {
    const tensors = this.#students.get(student);
    if (!tensors) throw new Error(`Student ${student} was not fetched`);
    await engine.load(student, tensors);
    if (student === this.goldens.rows.student) await selfTest(engine, this.goldens);
  }

  async #fetchStudent(student: StudentName): Promise<Tensors> {
    const entry = this.manifest.files[student];
    if (!entry) {
      const have = Object.keys(this.manifest.files).join(', ');
      const what = `The model ${this.config.name} has no weights for ${student}`;
      throw new Fault('no-weights', `${what}; its manifest lists ${have}.`);
    }
    const tensors = await fetchTensors(this.config.name, entry, this.#options, this.notes);
    // Merged only to be checked: engines get the file's own tensors.
    const merged = mergeStudent(this.#teacher, tensors);
    checkTensors(entry.file, merged, studentShapes(this.config, student));
    return tensors;
  }
}

/**
 * Fetch a model's manifest, goldens and teacher, and start an engine that passes its self-test.
 * Throws Fault 'no-weights', 'bad-weights', 'no-webgpu' or 'wrong-numbers'.
 */
export async function loadModel(name: ModelName, options: LoadOptions): Promise<Model> {
  const { fetchFile } = options;
  const manifest = parseManifest('manifest.json', await fetchFile(`${name}/manifest.json`));
  const goldens = parseGoldens('goldens.json', await fetchFile(`${name}/goldens.json`));
  const notes: string[] = [];
  const teacher = await fetchTensors(name, manifest.files.teacher, options, notes);
  checkTensors(manifest.files.teacher.file, teacher, teacherShapes(manifest.config));
  const model = new Model({ manifest, goldens, teacher }, await kindsToTry(options), options);
  model.notes.push(...notes);
  await model.fallBack();
  return model;
}

async function kindsToTry({ engine = 'auto', gpu }: LoadOptions): Promise<EngineKind[]> {
  if (engine !== 'auto') return [engine];
  // A GPU that was lost may come back once.
  return (await findGpu(gpu)) === 'a GPU' ? ['webgpu', 'webgpu', 'cpu'] : ['cpu'];
}

async function fetchTensors(
  name: ModelName,
  entry: FileEntry,
  { fetchFile, onProgress }: LoadOptions,
  notes: string[],
): Promise<Tensors> {
  const { file, bytes: total } = entry;
  const content = await fetchFile(`${name}/${file}`, (loaded) =>
    onProgress?.({ file, loaded, total }),
  );
  if (!(await verifyFile(entry, content))) {
    notes.push(`${file}: the checksum was not compared, as this page is not served over https.`);
  }
  return parseSafetensors(file, content);
}
