// The run that parameters describe, where one that cannot be ends all: on the command line, in a file. Apart from
// parse-run.ts: a page has words of its own.

import { Fault } from '../model/fault';
import { problemSentence } from '../problem';
import { PROBLEM_WORDS } from '../problem-words';
import { sayFrom } from '../words';
import { readRun } from './parse-run';
import type { RunSpec } from './run-spec';

/**
 * The run that parameters describe, with defaults for what is missing. Parameters of other names are
 * left to others. The prompt is tidied (`tidyPrompt`); whether all its characters are known then is for
 * the model to say (`promptProblem`).
 * Throws Fault 'bad-run' with a sentence about the first parameter that cannot be.
 */
export function parseRun(parameters: URLSearchParams): RunSpec {
  const { run, problems } = readRun(parameters);
  if (problems[0]) {
    throw new Fault('bad-run', problemSentence(problems[0], sayFrom(PROBLEM_WORDS)));
  }
  return run;
}
