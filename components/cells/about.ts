// What a file or a pinned run says of a figure: which run, made by what, from where, to be cited how.

import { decodeText, formatRun, type RunSpec, type Trace, textOf } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { rounded } from '../i18n/numbers';
import { formatAddress } from '../notebook/address';
import type { Choices, Measure, State } from '../notebook/state';
import type { Cell } from './use-cell';
import { version } from './version';

export type CellWords = PanelWordsOf<'cell'>;

/** The address of a figure in this very state. */
export function linkTo(cell: Cell, choices: Choices): string {
  const query = formatAddress(choices);
  return `${location.origin}${location.pathname}${query && `?${query}`}#${cell.id}`;
}

/** The run that a figure shows; the chosen one where it shows none. */
export function runOf({ shown, model }: Cell, choices: Choices): RunSpec {
  return shown ?? choices.runs[model];
}

/** Lines for a file: the run, where its numbers come from, the address, what to cite. */
export function linesAbout(cell: Cell, choices: Choices, words: CellWords): string[] {
  const run = runOf(cell, choices);
  const { model, seed, prompt, sampling } = run;
  const methods = cell.traces.map((trace) => trace.run.method);
  const method = methods.length > 0 ? methods.join(' + ') : run.method;
  const u = formatRun(run).get('u');
  const parts = [
    words('made', { version, model, method, seed, temperature: sampling.temperature }),
    ...(prompt ? [words('madeAfter', { prompt })] : []),
    ...(u ? [words('madeByHand', { u })] : []),
    originOf(cell, words),
  ];
  return [parts.join('; '), linkTo(cell, choices), words('citation')];
}

/** Where the numbers of a figure come from. */
export function originOf({ status, recorded, fromFile }: Cell, words: CellWords): string {
  if (fromFile) return words('file');
  return recorded || status.kind !== 'live' ? words('recordedBefore') : status.device;
}

/** What to compare of a figure: its own measures, or the totals of the first trace that it draws. */
export function measuresOf(cell: Cell, models: State['models'], words: CellWords): Measure[] {
  const [trace] = cell.traces;
  if (!trace) return [...cell.measures];
  const { calls, rows, ms } = sums(trace);
  const tokens = textOf(trace.steps);
  const text = decodeText(models[trace.run.model].config, tokens);
  return [
    { name: words('method'), value: trace.run.method },
    { name: words('text'), value: text },
    { name: words('tokens'), value: tokens.length },
    { name: words('calls'), value: calls },
    { name: words('perCall'), value: rounded(tokens.length / Math.max(1, calls), 2) },
    { name: words('rows'), value: rows },
    { name: words('ms'), value: rounded(ms, 1) },
    ...cell.measures,
  ];
}

function sums({ steps }: Trace) {
  const sum = (of: (step: Trace['steps'][number]) => number) =>
    steps.reduce((total, step) => total + of(step), 0);
  return {
    calls: sum(({ calls }) => calls),
    rows: sum(({ rows }) => rows),
    ms: sum(({ ms }) => ms),
  };
}
