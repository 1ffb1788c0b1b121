// Gathers a task's answers and shows them in the store: all at the end, or every so often on the way.

import { type Acceptance, type CallCost, encode, type Trace } from '@/gpu';
import type { Answer, Task } from './protocol';
import type { Draw, PairJoint, State, TextBins } from './state';
import type { Store } from './store';

/** Answers on the way are shown together this often, ms. */
const SHOW_MS = 60;

export type Answers = Readonly<{ take: (answer: Answer) => void; show: () => void }>;

/** @param together show nothing before `show` is called, so that no half of an answer is ever seen */
export function collect(store: Store<State>, task: Task, together: boolean): Answers {
  const traces = new Map<number, Trace>();
  const rows: Draw[] = [];
  const calls: CallCost[] = [];
  const runs: Acceptance[] = [];
  let bins: TextBins | null = null;
  let device = '';
  let squares: State['squares'] = null;
  let joint: PairJoint | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show() {
    clearTimeout(timer);
    timer = undefined;
    let state = store.get();
    if (squares) state = { ...state, squares };
    if (joint) {
      state = { ...state, joints: { ...state.joints, [joint.run.model]: joint } };
    }
    if (bins) state = { ...state, bins: { ...state.bins, [bins.run.model]: bins } };
    if (runs.length > 0 && task.kind === 'temperatures') {
      state = { ...state, temperatures: { run: task.run, runs: [...runs] } };
    }
    if (calls.length > 0 && task.kind === 'costs') {
      state = { ...state, costs: { run: task.run, device, calls: [...calls] } };
    }
    if (rows.length > 0 && task.kind === 'draws') {
      state = { ...state, drawn: { run: task.run, rows: [...rows] } };
    }
    if (task.kind === 'runs') {
      const fresh = Array.from(traces.values(), (trace) => [trace.run.method, trace] as const);
      const own = { ...state.traces[task.model], ...Object.fromEntries(fresh) };
      state = { ...state, traces: { ...state.traces, [task.model]: own } };
    }
    store.set(state);
  }

  function traceOf(index: number): Trace | undefined {
    const run = task.kind === 'runs' ? task.runs[index]?.run : undefined;
    if (!run) return undefined;
    const prompt = encode(store.get().models[run.model].config, run.prompt);
    return traces.get(index) ?? { run, prompt, steps: [], done: false };
  }

  function take(answer: Answer) {
    if (answer.kind === 'squares') squares = answer.squares;
    else if (answer.kind === 'joint') joint = answer.joint;
    else if (answer.kind === 'draw') rows.push(answer.draw);
    else if (answer.kind === 'bins') bins = answer.bins;
    else if (answer.kind === 'accepted') runs.push(answer.run);
    else if (answer.kind === 'cost') {
      calls.push(answer.cost);
      device = answer.device;
    } else if (answer.kind === 'step' || answer.kind === 'end') {
      const trace = traceOf(answer.index);
      if (!trace) return;
      const steps = answer.kind === 'step' ? [...trace.steps, answer.step] : trace.steps;
      traces.set(answer.index, { ...trace, steps, done: answer.kind === 'end' });
    }
    if (!together) timer ??= setTimeout(show, SHOW_MS);
  }

  return { take, show };
}
