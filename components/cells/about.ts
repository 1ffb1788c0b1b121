// What a file or a pinned run says of a figure: which run, made by what, from where, to be cited how.

import { decodeText, formatRun, type RunSpec, textOf } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { rounded } from '../i18n/numbers';
import { formatAddress } from '../notebook/address';
import type { Choices, Measure, PinnedLine, State } from '../notebook/state';
import { compare, oneShot, scoreOf } from '../panels/one-shot';
import { totalsThrough } from '../panels/rounds';
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

/** What a pinned run keeps of a figure: a line for each trace that it compares, or its measures alone. */
export function pinnedLines(
  { pinned, measures }: Pick<Cell, 'pinned' | 'measures'>,
  models: State['models'],
  words: CellWords,
): PinnedLine[] {
  const [first] = pinned;
  if (!first) return [{ measures }];
  const truth = first.run.method === 'ar' ? oneShot(first) : [];
  return pinned.map((trace) => {
    const { model, method } = trace.run;
    const text = (tokens: readonly number[]) => decodeText(models[model].config, tokens);
    const own = trace === first ? measures : [];
    if (model === 'tales') {
      const { tokens, calls, smallCalls, rows, ms } = totalsThrough(trace, trace.steps.length);
      const counts = countsOf(tokens, calls, words);
      const more = [
        { name: words('small'), value: smallCalls },
        ...own,
        { name: words('rows'), value: rows },
        { name: words('ms'), value: rounded(ms, 1) },
      ];
      return { method, text: text(textOf(trace.steps)), measures: [...counts, ...more] };
    }
    // Figures of names show what one call drafts, before any check.
    const tokens = oneShot(trace);
    const calls = method === 'ar' ? trace.steps.length : 1;
    const { right, of } = scoreOf(compare(tokens, truth));
    const score = { name: words('right'), value: words('rightOf', { right, of }) };
    // A draft is not written before it is checked: what a call brings is one at a time's to say.
    const counts = countsOf(tokens.length, calls, words);
    const scores = method === 'ar' ? counts : [...counts.slice(0, 2), score];
    return { method, text: text(tokens), measures: [...scores, ...own] };
  });
}

function countsOf(tokens: number, calls: number, words: CellWords): Measure[] {
  return [
    { name: words('tokens'), value: tokens },
    { name: words('calls'), value: calls },
    { name: words('perCall'), value: rounded(tokens / Math.max(1, calls), 2) },
  ];
}
