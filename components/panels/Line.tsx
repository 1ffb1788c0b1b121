'use client';
// One line of the cover: a method, what it writes with the dials above, and what that took.

import type { Config } from '@/gpu';
import { TokenChip } from '../ui/TokenChip';
import { TokenRow } from '../ui/TokenRow';
import type { TokenState } from '../ui/token';
import { glyph, type Place } from './one-shot';

/** Places under dials; the rest of a long name stands behind them. */
export const DIALS = 8;

export type LineProps = Readonly<{
  /** Name of the method, and what it is like, in a few words. */
  name: string;
  remark: string;
  /** How a right token of this method is drawn. */
  right: Extract<TokenState, 'check' | 'independent' | 'accept'>;
  config: Config;
  places: readonly Place[];
  /** `5 calls`, and further words below it. */
  calls: string;
  more: string;
  lit: number | undefined;
  onLight: (position: number | undefined) => void;
}>;

/** Tokens as chips under their dials; a wrong one is struck, with the verifier's correction below it. */
export function Line(props: LineProps) {
  const { name, remark, right, config, places, calls, more, lit, onLight } = props;
  const chip = ({ token, truth, wrong }: Place, position: number) => ({
    token: glyph(config, token),
    position,
    hidePosition: true,
    state: stateOf(token, wrong, right),
    more: wrong ? `should be ${wordOf(config, truth)}` : undefined,
  });
  const chips = places.map((place, k) => chip(place, k + 1));
  const corrected = places.some(({ wrong }) => wrong);
  return (
    <div className="cover-line" data-method={right}>
      <div className="cover-name">
        <strong>{name}</strong>
        <span>{remark}</span>
      </div>
      <div className="cover-tokens">
        <TokenRow label={name} tokens={chips.slice(0, DIALS)} lit={lit} onLight={onLight} />
        {corrected && <Corrections config={config} places={places.slice(0, DIALS)} />}
      </div>
      <div className="cover-result">
        {places.length > DIALS && (
          <TokenRow
            label={`${name}, behind the dials`}
            tokens={chips.slice(DIALS)}
            lit={lit}
            size="small"
            wrap="no"
            onLight={onLight}
          />
        )}
        <strong className="figures">{calls}</strong>
        <span>{more}</span>
      </div>
    </div>
  );
}

/** What the verifier puts in the place of each wrong token. For the eye: the chips above say it too. */
function Corrections({ config, places }: { config: Config; places: readonly Place[] }) {
  return (
    <div className="cover-corrections" aria-hidden="true">
      {places.map(({ truth, wrong }, k) =>
        wrong ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in a line is what a chip is
          <span key={k} style={{ gridColumn: k + 1 }}>
            <TokenChip
              token={glyph(config, truth)}
              state={truth === null ? 'empty' : 'check'}
              size="small"
            />
          </span>
        ) : null,
      )}
    </div>
  );
}

function stateOf(token: number | null, wrong: boolean, right: TokenState): TokenState {
  if (wrong) return token === null ? 'empty' : 'reject';
  return right;
}

function wordOf(config: Config, token: number | null): string {
  if (token === null) return 'nothing';
  return token === config.end ? 'the end mark' : glyph(config, token);
}
