// The `decode` command: runs of a model from the shell. scripts/decode.mjs bundles and starts it.

import {
  decode,
  decodeText,
  Fault,
  loadModel,
  type Model,
  PROBLEM_WORDS,
  problemSentence,
  promptProblem,
  type RunSpec,
  type StepTrace,
  sayFrom,
  textOf,
} from '../index';
import { openDawn } from '../node/dawn';
import { type Arguments, parseArguments, USAGE } from './arguments';
import { filesOf } from './files';
import { createPaint, formatJson, formatStep } from './show';

const OK = 0;
const FAILED = 1;
const BAD_ARGUMENTS = 2;

/** Run the command. @param root the package's folder. Returns the exit code. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  // A reader such as `head` may close the pipe; there is nobody left to write for.
  process.stdout.on('error', () => process.exit(OK));
  try {
    const given = parseArguments(argv);
    if (given) await decodeSeeds(given, root);
    else console.log(USAGE);
    return OK;
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    console.error(cause.message);
    return cause.code === 'bad-run' ? BAD_ARGUMENTS : FAILED;
  }
}

async function decodeSeeds(given: Arguments, root: string): Promise<void> {
  const fetchFile = filesOf(root);
  const gpu = given.engine === 'webgpu' ? await openDawn() : undefined;
  const model = await loadModel(given.run.model, { fetchFile, engine: given.engine, gpu });
  try {
    checkPrompt(model, given.run);
    for (let seed = given.firstSeed; seed <= given.lastSeed; seed++) {
      await decodeOne(model, { ...given.run, seed }, given.json);
    }
  } finally {
    model.destroy();
  }
}

async function decodeOne(model: Model, run: RunSpec, json: boolean): Promise<void> {
  const { config, engine } = model;
  const steps: StepTrace[] = [];
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  const paint = createPaint(coloured);
  if (!json) console.log(`${run.model}, ${run.method}, seed ${run.seed}, ${engine.device}`);
  for await (const step of decode(model, run)) {
    steps.push(step);
    if (!json) console.log(formatStep(config, steps.length, step, paint));
  }
  if (json) console.log(formatJson(config, engine.kind, run, steps));
  else console.log(summary(model, steps, paint.faint(run.prompt)));
}

function summary(model: Model, steps: readonly StepTrace[], prompt: string): string {
  const written = textOf(steps);
  const calls = steps.reduce((total, step) => total + step.calls, 0);
  const perCall = (written.length / calls).toFixed(2);
  const text = `${prompt}${decodeText(model.config, written)}`;
  return `${text}\n${written.length} tokens in ${calls} calls: ${perCall} tokens per call\n`;
}

/** Fail on a prompt before the first line, with the argument's name. */
function checkPrompt({ config }: Model, { prompt }: RunSpec): void {
  const problem = promptProblem(config, prompt);
  if (!problem) return;
  throw new Fault('bad-run', `--${problemSentence(problem, sayFrom(PROBLEM_WORDS))}`);
}
