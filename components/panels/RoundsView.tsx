'use client';
// The rounds up to the cursor, one row each: drafted, accepted, corrected and discarded tokens.

import type { Config, StepTrace } from '@/gpu';
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

export function RoundsView({ config, steps, index, lit, onLight }: RoundsProps) {
  const from = Math.max(0, index + 1 - SHOWN);
  return (
    <ol className="rounds" start={from + 1} aria-label="Rounds">
      {steps.slice(from, index + 1).map((step, k) => {
        const round = from + k + 1;
        return (
          <li key={round} className="round" data-current={round === index + 1 || undefined}>
            <span className="round-number figures">{round}</span>
            <TokenRow
              label={`round ${round}`}
              tokens={chipsOf(step, config).map((chip) => ({ ...chip, hidePosition: true }))}
              size="small"
              wrap="no"
              lit={lit}
              onLight={onLight}
            />
            <span className="round-sum figures">
              +{step.accepted}
              <span className="words"> tokens,</span>{' '}
              <small>
                {step.calls} {step.calls === 1 ? 'call' : 'calls'}, {step.rows}{' '}
                {step.rows === 1 ? 'row' : 'rows'}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
