// A model that is ready to run: files fetched and checked, an engine chosen and tested, students added
// when a method first needs them.

import { createEngine, type EngineKind, findGpu, type KernelFamily } from '../engines/create';
import type { Engine } from '../engines/engine';
import { createSequential, type Sequential } from '../engines/sequential';
import type { Config, ModelName, SequentialName, StudentName } from './config';
import { Fault, type Told, told } from './fault';
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
import {
  checkTensors,
  mergeStudent,
  sequentialShapes,
  studentShapes,
  teacherShapes,
} from './weights';

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
  /** What did not go as hoped, such as an engine that was replaced. */
  readonly notes: Told[] = [];
  readonly #options: LoadOptions;
  /** Perhaps still on its way. */
  readonly #teacher: Promise<Tensors>;
  readonly #students = new Map<StudentName, Tensors>();
  /** Weights that are being fetched. */
  readonly #coming = new Map<StudentName, Promise<Tensors>>();
  readonly #sequential = new Map<SequentialName, Promise<Sequential>>();
  /** Engines to try, the best first; the one in use is no longer among them. */
  #kinds: EngineKind[];
  #replacing: Promise<void> | undefined;
  #engine: Engine | undefined;

  /** @param kinds engines to try, the best first */
  constructor(
    files: Readonly<{ manifest: Manifest; goldens: Goldens; teacher: Promise<Tensors> }>,
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
      this.#students.set(student, await this.#fetchOnce(student));
    }
    if (this.engine.has(student)) return;
    await this.#equip(this.engine, student);
  }

  /** A network that drafts one token after another, fetched the first time. Throws Fault. */
  needSequential(name: SequentialName): Promise<Sequential> {
    const network = this.#sequential.get(name) ?? this.#fetchSequential(name);
    this.#sequential.set(name, network);
    network.catch(() => this.#sequential.delete(name)); // to be tried again
    return network;
  }

  /**
   * Go on with the next engine, students included, after `failed` failed; where another run has seen to
   * that already, there is nothing to do. A run that was under way goes on from its written tokens. An
   * engine that was lost is tried again if it stands in the list again, one that failed otherwise is
   * not. Throws the failure again where no engine is left.
   */
  async fallBack(failure?: Fault, failed = this.#engine): Promise<void> {
    if (failed !== this.#engine) return;
    this.#replacing ??= this.#replace(failure).finally(() => {
      this.#replacing = undefined;
    });
    await this.#replacing;
  }

  async #replace(first?: Fault): Promise<void> {
    let failure = first;
    let failed = this.#engine?.kind;
    this.#engine?.destroy();
    for (;;) {
      if (failure) this.notes.push(told(failure));
      if (failure && failure.code !== 'device-lost') {
        this.#kinds = this.#kinds.filter((kind) => kind !== failed);
      }
      failed = this.#kinds.shift();
      if (!failed) throw failure ?? new Fault('wrong-numbers', 'No engine is left to try.');
      try {
        this.#engine = await this.#start(failed);
        return;
      } catch (cause) {
        if (!(cause instanceof Fault)) throw cause;
        failure = cause;
      }
    }
  }

  async #start(kind: EngineKind): Promise<Engine> {
    const { gpu, family } = this.#options;
    const engine = await createEngine(kind, this.config, this.#teacher, gpu, family);
    try {
      await selfTest(engine, this.goldens);
      for (const student of this.#students.keys()) await this.#equip(engine, student);
      return engine;
    } catch (cause) {
      engine.destroy();
      throw cause;
    }
  }

  destroy(): void {
    this.#engine?.destroy();
    this.#engine = undefined;
    for (const network of this.#sequential.values()) {
      network.then(
        ({ destroy }) => destroy(),
        () => undefined,
      );
    }
    this.#sequential.clear();
  }

  async #equip(engine: Engine, student: StudentName): Promise<void> {
    const tensors = this.#students.get(student);
    if (!tensors) throw new Error(`Student ${student} was not fetched`);
    await engine.load(student, tensors);
    if (student === this.goldens.rows.student) await selfTest(engine, this.goldens);
  }

  /** Runs that need the same weights at once share one download. */
  #fetchOnce(student: StudentName): Promise<Tensors> {
    const coming =
      this.#coming.get(student) ??
      this.#fetchStudent(student).finally(() => this.#coming.delete(student));
    this.#coming.set(student, coming);
    return coming;
  }

  async #fetchStudent(student: StudentName): Promise<Tensors> {
    const [file, tensors] = await this.#fetch(student);
    // Merged only to be checked: engines get the file's own tensors.
    const merged = mergeStudent(await this.#teacher, tensors);
    checkTensors(file, merged, studentShapes(this.config, student));
    return tensors;
  }

  async #fetchSequential(name: SequentialName): Promise<Sequential> {
    const [file, tensors] = await this.#fetch(name);
    const shapes = this.manifest.sequential;
    if (!shapes) throw new Fault('bad-weights', 'manifest.json: sequential: missing.');
    checkTensors(file, tensors, sequentialShapes(this.config, shapes, name));
    return createSequential(name, this.config, shapes, await this.#teacher, tensors);
  }

  /** The name and tensors of a weights file. */
  async #fetch(part: StudentName | SequentialName): Promise<[file: string, Tensors]> {
    const entry = this.manifest.files[part];
    if (!entry) {
      const have = Object.keys(this.manifest.files).join(', ');
      const what = `The model ${this.config.name} has no weights for ${part}`;
      throw new Fault('no-weights', `${what}; its manifest lists ${have}.`);
    }
    return [entry.file, await fetchTensors(this.config.name, entry, this.#options, this.notes)];
  }
}

/**
 * Fetch a model's manifest, goldens and teacher, and start an engine that passes its self-test.
 * Throws Fault 'no-weights', 'bad-weights', 'no-webgpu' or 'wrong-numbers'.
 */
export async function loadModel(name: ModelName, options: LoadOptions): Promise<Model> {
  const { fetchFile } = options;
  const manifest = parseManifest('manifest.json', await fetchFile(`${name}/manifest.json`));
  const notes: Told[] = [];
  const teacher = fetchTeacher(manifest, options, notes);
  teacher.catch(() => undefined); // heard by the engine, which may ask for it much later
  const goldens = parseGoldens('goldens.json', await fetchFile(`${name}/goldens.json`));
  const model = new Model({ manifest, goldens, teacher }, await kindsToTry(options), options);
  await model.fallBack();
  model.notes.push(...notes);
  return model;
}

async function fetchTeacher(
  { config, files }: Manifest,
  options: LoadOptions,
  notes: Told[],
): Promise<Tensors> {
  const teacher = await fetchTensors(config.name, files.teacher, options, notes);
  checkTensors(files.teacher.file, teacher, teacherShapes(config));
  return teacher;
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
  notes: Told[],
): Promise<Tensors> {
  const { file, bytes: total } = entry;
  const onBytes = (loaded: number) => onProgress?.({ file, loaded, total });
  const content = await fetchFile(`${name}/${file}`, { entry, onBytes });
  if (!(await verifyFile(entry, content))) {
    const message = `${file}: the checksum was not compared, as this page is not served over https.`;
    notes.push({ code: 'no-checksum', message });
  }
  return parseSafetensors(file, content);
}
