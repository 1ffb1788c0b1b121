'use client';
// One call of partial quadratic decoding as a tree of rows: the check's chain across, and below each of its
// outcomes the auxiliary rows that were spent on it. A pure function of its props.

import { sum } from 'd3-array';
import type { ReactNode } from 'react';
import type { Config, StepTrace } from '@/gpu';
import { useNumbers } from '../i18n/PanelWords';
import { lights, type OnLight } from '../ui/lights';
import { TokenChip } from '../ui/TokenChip';
import { useWalk } from '../ui/use-walk';
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
  /** Output position that the reader points at, from 1. */
  lit?: number | undefined;
  /** Makes a button of each token and of each u; arrow keys walk along them. */
  onLight?: OnLight | undefined;
  words: Readonly<{
    tree: string;
    kept: string;
    dropped: string;
    passes: string;
  }>;
}>;

export function TreeView(props: TreeViewProps) {
  const { config, step, tail, last, weights, lit, onLight, words } = props;
  const numbers = useNumbers();
  const groups = step.groups ?? [];
  const { stop, walk } = useWalk(sum(groups) + groups.length);
  const right = matches(step);
  const outcome = step.checks.length - 1;
  /** Whose u the rows of the kept outcome carry. */
  const decided = [step.checks[outcome], ...tail];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section className="tree-scroll" tabIndex={0} aria-label={words.tree}>
      <ol className="tree" onKeyDown={onLight && walk}>
        {groups.map((size, ahead) => {
          const draft = step.drafts[ahead - 1];
          const position = step.position + ahead;
          /** Buttons of the branches before this one. */
          const before = sum(groups.slice(0, ahead)) + ahead;
          const state = ahead - 1 < right ? 'accept' : ahead - 1 === right ? 'reject' : 'discard';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the n-th outcome is the n-th outcome
            <li key={ahead} className="tree-branch" data-kept={ahead === outcome || undefined}>
              <Light
                position={position}
                lit={position === lit}
                onLight={onLight}
                tabIndex={before === stop ? 0 : -1}
              >
                <TokenChip
                  token={glyph(config, draft ?? last)}
                  state={ahead === 0 ? 'plain' : state}
                  lit={position === lit}
                  {...(ahead > 0 && { position })}
                />
              </Light>
              <span className="tree-weight figures">{percent(weights[ahead] ?? 0, numbers)}</span>
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
                      <Light
                        position={position + slot + 1}
                        lit={position + slot + 1 === lit}
                        onLight={onLight}
                        tabIndex={before + slot + 1 === stop ? 0 : -1}
                      >
                        <span
                          className="tree-u"
                          data-lit={position + slot + 1 === lit || undefined}
                        >
                          u<sub>{position + slot + 1}</sub>
                        </span>
                        {token !== undefined && (
                          <TokenChip
                            token={glyph(config, token)}
                            state={slot === 0 ? 'check' : 'draft'}
                            size="small"
                          />
                        )}
                      </Light>
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

type LightProps = Pick<TreeViewProps, 'onLight'> &
  Readonly<{ position: number; lit: boolean; tabIndex: number; children: ReactNode }>;

/** A token, or the u of an auxiliary row and what it picked: a button where somebody listens. */
function Light({ position, lit, onLight, tabIndex, children }: LightProps) {
  if (!onLight) return children;
  return (
    <button
      type="button"
      className="tree-light"
      data-lit={lit || undefined}
      tabIndex={tabIndex}
      {...lights(onLight, position > 0 ? position : undefined)}
    >
      {children}
    </button>
  );
}
