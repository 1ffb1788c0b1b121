// The only door of gpu/: what the page, the command line and the tests outside may use.
// gpu/README.md explains what lies behind it.

export { type Acceptance, acceptanceOf } from './decoding/acceptance';
export { textCdfs, uInBin } from './decoding/bins';
export { outcomeWeights } from './decoding/budget';
export { type CallCost, callCosts } from './decoding/call-cost';
export { decode } from './decoding/decode';
export {
  exactJoint,
  type Joint,
  mutualInformation,
  productOf,
  RARE_STEP,
  rareShare,
  totalVariation,
} from './decoding/joint';
export { type PairGrid, type PairMethod, pairGrids, pairShares } from './decoding/pairs';
export { formatRun, RUN_PARAMETERS, readRun } from './decoding/parse-run';
export { type Method, methods } from './decoding/registry';
export { parseRun } from './decoding/run-or-fault';
export {
  defaultRun,
  MAX_BUDGET,
  MAX_DRAFT,
  MAX_TOKENS,
  METHOD_NAMES,
  type MethodName,
  type RunSpec,
  type Sampling,
} from './decoding/run-spec';
export { cdfOf, pick, probabilitiesOf } from './decoding/sampling';
export {
  leastProbabilities,
  type Together,
  type TogetherMethod,
  writeTogether,
} from './decoding/together';
export { type StepTrace, type Trace, textOf } from './decoding/trace';
export { uniform } from './decoding/u';
export {
  checkKernels,
  type EngineKind,
  findGpu,
  type GpuFound,
  type KernelCheck,
} from './engines/create';
export { checkGoldens } from './model/check-goldens';
export { CHECK_WORDS } from './model/check-words';
export { type Config, MODEL_NAMES, type ModelName, type StudentName } from './model/config';
export { FAULT_CODES, Fault, type FaultCode, type Told, told } from './model/fault';
export type { FetchFile } from './model/fetch';
export { type LoadOptions, loadModel, type Model, type Progress } from './model/load';
export {
  areKept,
  clearStored,
  fetchFrom,
  keepFiles,
  listStored,
  type ModelFile,
  type StoredFile,
} from './model/stored';
export {
  decodeText,
  END_LABEL,
  encode,
  PROMPT_LIMIT,
  promptProblem,
  tidyPrompt,
  tokenLabel,
} from './model/tokenizer';
export {
  misfit,
  type Problem,
  type ProblemPart,
  problemSentence,
  shortened,
  usedInstead,
  withoutParameter,
} from './problem';
export { PROBLEM_WORDS, type ProblemKey } from './problem-words';
export { type Said, type Say, said, sayFrom } from './words';
