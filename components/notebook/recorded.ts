// The runs that the page shows before any model is loaded: real ones, recorded from the weights in
// public/model/ by scripts/record-traces.mjs and built into the page, so that it needs no JavaScript.

import type { Config, ModelName, StepTrace, Trace } from '@/gpu';
import names from '@/public/traces/names.json';
import tales from '@/public/traces/tales.json';
import { DEFAULTS } from './defaults';
import type {
  Costs,
  Draws,
  PairJoint,
  Squares,
  State,
  Temperatures,
  TextBins,
  Traces,
} from './state';

/** A recording as it lies in public/traces/: plain JSON, CDFs as arrays of numbers. */
export type Recording = Readonly<{
  format: 1;
  config: Config;
  traces: readonly Trace[];
  squares: Squares | null;
  draws: Draws | null;
  joint: PairJoint | null;
  bins: TextBins | null;
  temperatures: Temperatures | null;
  costs: Costs | null;
}>;

/** The recording in a file's content: the border where JSON comes in. */
export function parseRecording(json: unknown): Recording {
  const recording = json as Recording;
  if (recording.format !== 1)
    throw new Error('public/traces: record again, the format has changed.');
  const joint = recording.joint && {
    ...recording.joint,
    exact: Float64Array.from(recording.joint.exact),
  };
  const bins = recording.bins && {
    ...recording.bins,
    cdfs: recording.bins.cdfs.map((cdf) => Float64Array.from(cdf)),
  };
  return { ...recording, traces: recording.traces.map(parseTrace), joint, bins };
}

function parseTrace(trace: Trace): Trace {
  return { ...trace, steps: trace.steps.map(parseStep) };
}

function parseStep(step: StepTrace): StepTrace {
  return {
    ...step,
    checkCdfs: step.checkCdfs.map((cdf) => Float64Array.from(cdf)),
    draftCdfs: step.draftCdfs.map((cdf) => (cdf ? Float64Array.from(cdf) : undefined)),
  };
}

const recordings: Readonly<Record<ModelName, Recording>> = {
  names: parseRecording(names),
  tales: parseRecording(tales),
};

function tracesOf({ traces }: Recording): Traces {
  return Object.fromEntries(traces.map((trace) => [trace.run.method, trace]));
}

/** The page as it comes: the default choices and what was recorded of them. */
export const recordedState: State = {
  choices: DEFAULTS,
  lit: null,
  models: {
    names: { config: recordings.names.config, status: { kind: 'recorded' } },
    tales: { config: recordings.tales.config, status: { kind: 'recorded' } },
  },
  traces: { names: tracesOf(recordings.names), tales: tracesOf(recordings.tales) },
  squares: recordings.names.squares,
  drawn: recordings.names.draws,
  joints: { names: recordings.names.joint, tales: null },
  bins: { names: null, tales: recordings.tales.bins },
  temperatures: recordings.tales.temperatures,
  costs: recordings.tales.costs,
  problems: [],
  ways: { undo: false, redo: false },
  ...{ moved: null, pins: [], parts: {} },
};

const files = new WeakSet<object>();

/** Remembers that a trace was opened from a file. */
export function fromFile(trace: Trace): Trace {
  files.add(trace);
  return trace;
}

/** Whether this very value was opened from a file. */
export function isFromFile(value: object | null | undefined): boolean {
  return !!value && files.has(value);
}

/** Whether this very value was recorded, here or in a file, rather than computed in this tab. */
export function isRecorded(
  value: Trace | Squares | Draws | PairJoint | TextBins | Temperatures | Costs | null | undefined,
): boolean {
  const { traces, squares, drawn, joints, bins, temperatures, costs } = recordedState;
  return (
    isFromFile(value) ||
    value === squares ||
    value === drawn ||
    value === joints.names ||
    value === bins.tales ||
    value === temperatures ||
    value === costs ||
    Object.values(traces).some((own) => Object.values(own).some((trace) => trace === value))
  );
}
