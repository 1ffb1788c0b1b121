// How a run looks in a shell: one line of JSON, or a coloured trace.

import type { RunSpec } from '../decoding/run-spec';
import { type Config, decodeText, methods, type StepTrace, textOf, tokenLabel } from '../index';

/** One run as the one line of `--json`. Field order is part of the format. */
export function formatJson(
  config: Config,
  engine: string,
  run: RunSpec,
  steps: readonly StepTrace[],
): string {
  const labels = (tokens: readonly number[]) => tokens.map((token) => tokenLabel(config, token));
  const sum = (count: (step: StepTrace) => number) =>
    steps.reduce((total, step) => total + count(step), 0);
  return JSON.stringify({
    model: run.model,
    method: run.method,
    engine,
    prompt: run.prompt,
    seed: run.seed,
    text: decodeText(config, textOf(steps)),
    tokens: sum((step) => step.accepted),
    calls: sum((step) => step.calls),
    rows: sum((step) => step.rows),
    steps: steps.map(({ drafts, checks, accepted, calls, rows, smallCalls }) => ({
      drafts: labels(drafts),
      checks: labels(checks),
      accepted,
      calls,
      rows,
      // Of the methods that draft with a small network.
      ...(methods[run.method].sequential && { smallCalls }),
    })),
  });
}

/** Paints text, or leaves it alone. */
export type Paint = Readonly<
  Record<'draft' | 'accepted' | 'rejected' | 'faint', (text: string) => string>
>;

/** Colours from the palette of Okabe and Ito, which colour-blind readers can tell apart. */
export function createPaint(coloured: boolean): Paint {
  const colour = (code: string) => (text: string) =>
    coloured && text ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    draft: colour('38;2;86;180;233'), // sky
    accepted: colour('38;2;0;158;115'), // green
    rejected: colour('38;2;213;94;0'), // vermilion
    faint: colour('2'),
  };
}

/** One step as a line: what was drafted, what was kept, and the check that replaced a wrong draft. */
export function formatStep(config: Config, number: number, step: StepTrace, paint: Paint): string {
  const show = (tokens: readonly number[]) =>
    tokens.map((token) => visible(config, token)).join('');
  const { drafts, checks, accepted, calls, rows, smallCalls, ms } = step;
  const matching = checks.findIndex((check, k) => check !== drafts[k]);
  const right = matching === -1 ? checks.length : matching;
  const drafted = [
    paint.draft(show(drafts.slice(0, right))),
    paint.rejected(show(drafts.slice(right, right + 1))),
    paint.faint(show(drafts.slice(right + 1))),
  ];
  const padding = ' '.repeat(Math.max(0, 20 - show(drafts).length));
  const small = smallCalls > 0 ? `, ${smallCalls} small` : '';
  const cost = paint.faint(
    `${calls} call${calls === 1 ? '' : 's'}${small}, ${rows} rows, ${ms.toFixed(1)} ms`,
  );
  const kept = paint.accepted(show(checks.slice(0, accepted)));
  return `${String(number).padStart(4)}  ${drafted.join('')}${padding}  → ${kept}  ${cost}`;
}

/** A token as one visible piece: spaces and line breaks get a sign of their own. */
function visible(config: Config, token: number): string {
  return tokenLabel(config, token).replace(' ', '␣').replace('\n', '⏎');
}
