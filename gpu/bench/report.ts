// The result as tables for a terminal.

import { TERMS, type Term } from './constants';
import type { Measured } from './here';
import type { Result } from './main';
import { peerName } from './onnx-peer';
import type { Times } from './rounds';

export function report(result: Result): string {
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  const { trials, starts } = result;
  return [
    `${result.command}, ${result.date}: ${result.machine}; ${result.adapter}; ${versions.join(', ')}`,
    `Milliseconds, median (least) of ${result.rounds} interleaved rounds.`,
    ...(trials ? [table(TRIAL, trials.map(trialCells))] : []),
    table(CALL, result.calls.map(callCells)),
    ...(starts ? [table(START, starts.map(startCells))] : []),
    ...result.engines.flatMap(engineTables),
    result.remarks.map((remark) => `- ${remark}`).join('\n'),
  ].join('\n\n');
}

const TRIAL = ['ways to run onnxruntime-web', '1 row', '16 rows', 'largest difference'];
function trialCells(trial: NonNullable<Result['trials']>[number]): string[] {
  if ('failed' in trial) return [peerName(trial.mode), 'fails', '', trial.failed.slice(0, 100)];
  const { ms, difference } = trial;
  const times = ['1 row', '16 rows'].map((call) => (ms[call] ?? Number.NaN).toFixed(1));
  return [peerName(trial.mode), ...times, difference.toExponential(0)];
}

const CALL = ['call', 'engine', 'ms', 'dispatches', 'submits', 'largest difference'];
function callCells(call: Result['calls'][number]): string[] {
  const { dispatches, submits } = call;
  return [
    `${call.model}, ${call.call}${call.call === 'PQD' ? `, ${call.rows} rows` : ''}`,
    call.engine,
    ms(call.ms),
    ...[dispatches, submits].map((count) => (count === undefined ? '' : `${count}`)),
    call.difference.toExponential(0),
  ];
}

const START = ['empty page to first token', 'ms', 'bytes', 'with brotli'];
function startCells(start: NonNullable<Result['starts']>[number]): string[] {
  const sizes = [start.bytes, start.compressed].map((bytes) => bytes.toLocaleString('en'));
  return [start.engine, ms(start.ms), ...sizes];
}

function engineTables({ kind, engine, methods, dial, fit, shares, breakEven }: Measured): string[] {
  const labelOf = (term: Term) => (kind === 'cpu' ? CPU_LABELS : LABELS)[term];
  const costs = methods.map((cost) => [
    `${cost.model}, ${cost.method}`,
    cost.tokensPerCall.toFixed(2),
    cost.rowsPerCall.toFixed(1),
    ms(cost.msPerToken),
    `${ms(cost.againstAr)}x`,
    `${ms(cost.againstChained)}x`,
  ]);
  const binding = shares.map((share) => [
    `${share.model}, ${share.call}`,
    share.ms.toFixed(2),
    ...TERMS.map((term) => `${Math.round(100 * (share.shares[term] ?? 0))} %`),
    labelOf(largest(share.shares)),
  ]);
  const even = breakEven.map((method) => [
    `${method.model}, ${method.method}`,
    method.tokensPerCall.toFixed(2),
    method.againstAr.toFixed(2),
    method.againstChained?.toFixed(2) ?? '',
    method.readBackMs?.toFixed(2) ?? 'never',
  ]);
  return [
    `${engine}: a turned dial ${ms(dial)} ms. Fitted to ${fit.calls.length} calls: ${labelOf('readBacks')} ${constantsOf(fit.constants)}; off by ${Math.round(100 * fit.error)} % at most.`,
    table([kind, 'tokens/call', 'rows/call', 'ms/token', 'time against ar', 'chained ar'], costs),
    table(['fitted call', 'ms', ...TERMS.map(labelOf), 'binds'], binding),
    table(
      [
        'by the fit',
        'tokens/call',
        'even with ar at',
        'chained at',
        `beats ar from ms of ${labelOf('readBacks')}`,
      ],
      even,
    ),
  ];
}

const LABELS: Readonly<Record<Term, string>> = {
  readBacks: 'read-back',
  dispatches: 'dispatches',
  products: 'arithmetic',
  bytes: 'bandwidth',
};

/** A CPU reads nothing back: what each call takes, whatever is in it, goes by another name. */
const CPU_LABELS = { ...LABELS, readBacks: 'call' };

/** Rates for the reader; a constant of 0 is one that the fit did not see. */
function constantsOf({
  readBacks,
  dispatches,
  products,
  bytes,
}: Measured['fit']['constants']): string {
  const rate = (perMs: number, unit: string) =>
    perMs === 0 ? `${unit} not seen` : `${(1e-6 / perMs).toPrecision(3)} ${unit}`;
  return [
    `${readBacks.toFixed(3)} ms`,
    ...(dispatches ? [`dispatch ${(1000 * dispatches).toFixed(1)} µs`] : []),
    rate(products, '10⁹ multiply-adds/s'),
    rate(bytes, 'GB/s'),
  ].join(', ');
}

function largest(shares: Readonly<Record<string, number>>): Term {
  return TERMS.reduce((most, term) => ((shares[term] ?? 0) > (shares[most] ?? 0) ? term : most));
}

function ms({ min, median }: Times): string {
  return `${digits(median)} (${digits(min)})`;
}

const digits = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** Columns side by side: the first one to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
