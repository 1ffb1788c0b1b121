// One call of partial quadratic decoding as a tree of rows: the check's chain across, and below each of its
// outcomes the auxiliary rows that were spent on it. A pure function of its props.

import type { Config, StepTrace } from '@/gpu';
import { TokenChip } from '../ui/TokenChip';
import { glyph } from './one-shot';
import { matches } from './rounds';
import { percent } from './rulers';

export type TreeViewProps = Readonly<{
  config: Config;
  step: StepTrace;
  /** The drafts that the kept group leaves for the next call. */
  tail: readonly number[];
  /** The last known token, whose row heads the chain. */
  last: number;
  /** Probability of each outcome that the budget was shared by. */
  weights: readonly number[];
  words: Readonly<{
    tree: string;
    kept: string;
    dropped: string;
    passes: string;
  }>;
}>;

export function TreeView({ config, step, tail, last, weights, words }: TreeViewProps) {
  const groups = step.groups ?? [];
  const right = matches(step);
  const outcome = step.checks.length - 1;
  /** Whose u the rows of the kept outcome carry. */
  const decided = [step.checks[outcome], ...tail];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section className="tree-scroll" tabIndex={0} aria-label={words.tree}>
      <ol className="tree">
        {groups.map((size, ahead) => {
          const draft = step.drafts[ahead - 1];
          const state = ahead - 1 < right ? 'accept' : ahead - 1 === right ? 'reject' : 'discard';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the n-th outcome is the n-th outcome
            <li key={ahead} className="tree-branch" data-kept={ahead === outcome || undefined}>
              <TokenChip
                token={glyph(config, draft ?? last)}
                state={ahead === 0 ? 'plain' : state}
                {...(ahead > 0 && { position: step.position + ahead })}
              />
              <span className="tree-weight figures">{percent(weights[ahead] ?? 0)}</span>
              <ol aria-label={ahead === outcome ? words.kept : words.dropped}>
                {Array.from({ length: size }, (_, slot) => {
                  const token = ahead === outcome ? decided[slot] : undefined;
                  return (
                    <li
                      // biome-ignore lint/suspicious/noArrayIndexKey: the n-th row is the n-th row
                      key={slot}
                      className="tree-row"
                      title={slot === 0 ? words.passes : undefined}
                    >
                      <span className="tree-u">
                        u<sub>{step.position + ahead + slot + 1}</sub>
                      </span>
                      {token !== undefined && (
                        <TokenChip
                          token={glyph(config, token)}
                          state={slot === 0 ? 'check' : 'draft'}
                          size="small"
                        />
                      )}
                    </li>
                  );
                })}
              </ol>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
