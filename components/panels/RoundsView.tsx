'use client';
// The rounds up to the cursor, one row each: drafted, accepted, corrected and discarded tokens.

import type { Config, StepTrace } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Tags } from '../i18n/words';
import { TokenRow } from '../ui/TokenRow';
import { chipsOf } from './rounds';

export type RoundsProps = Readonly<{
  config: Config;
  steps: readonly StepTrace[];
  /** Round shown last, from 0. */
  index: number;
  lit: number | undefined;
  onLight: (position: number | undefined) => void;
}>;

/** Rows on show; their places are kept free, so that nothing below jumps. */
const SHOWN = 7;

const SUM_TAGS: Tags = {
  hidden: (text) => <span className="words">{text}</span>,
  small: (text) => <small>{text}</small>,
};

export function RoundsView({ config, steps, index, lit, onLight }: RoundsProps) {
  const words = usePanelWords('accept');
  const shared = usePanelWords('notebook');
  const from = Math.max(0, index + 1 - SHOWN);
  return (
    <ol className="rounds" start={from + 1} aria-label={words('rounds')}>
      {steps.slice(from, index + 1).map((step, k) => {
        const round = from + k + 1;
        return (
          <li key={round} className="round" data-current={round === index + 1 || undefined}>
            <span className="round-number figures">{round}</span>
            <TokenRow
              label={words('roundIs', { round })}
              tokens={chipsOf(step, config).map(({ more, ...chip }) => ({
                ...chip,
                hidePosition: true,
                more: more && shared(more),
              }))}
              size="small"
              wrap="no"
              lit={lit}
              onLight={onLight}
            />
            <span className="round-sum figures">
              {words.rich('sum', SUM_TAGS, {
                tokens: step.accepted,
                calls: step.calls,
                rows: step.rows,
              })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
