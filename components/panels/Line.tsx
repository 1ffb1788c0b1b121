'use client';
// One line of the cover: a method, what it writes with the dials above, and what that took.

import type { Config } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
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
  /** What the text begins with, written before the places. */
  prompt: string;
  places: readonly Place[];
  /** `5 calls`, and further words below it. */
  calls: string;
  more: string;
  lit: number | undefined;
  onLight: (position: number | undefined) => void;
}>;

/** Tokens as chips under their dials, further ones small beside them; wrong ones are corrected. */
export function Line(props: LineProps) {
  const words = usePanelWords('cover');
  const { name, remark, right, prompt, places, calls, more } = props;
  return (
    <div className="cover-line" data-method={right}>
      <div className="cover-name">
        <strong>{name}</strong>
        <span>{remark}</span>
        {prompt && <b className="cover-begin">{prompt}</b>}
      </div>
      <div className="cover-tokens">
        <Eight {...props} label={name} from={0} />
      </div>
      <div className="cover-result">
        {startsBehind(places.length).map((from) => (
          <div key={from} className="cover-behind">
            <span>{placesWords(from, places.length, words)}</span>
            <Eight
              {...props}
              label={`${name}, ${placesWords(from, places.length, words)}`}
              from={from}
              size="small"
            />
          </div>
        ))}
        <strong className="figures">{calls}</strong>
        <span>{more}</span>
      </div>
    </div>
  );
}

/** Where rows behind the dials start. */
function startsBehind(length: number): number[] {
  const rows = Math.max(1, Math.ceil(length / DIALS));
  return Array.from({ length: rows - 1 }, (_, k) => (k + 1) * DIALS);
}

/** `places 9 to 12`, those of a row that starts behind `from` places. */
function placesWords(from: number, length: number, words: PanelWordsOf<'cover'>): string {
  const last = Math.min(from + DIALS, length);
  return words('places', { from: last === from + 1 ? 'none' : from + 1, last });
}

type EightProps = Omit<LineProps, 'name' | 'remark' | 'prompt' | 'calls' | 'more'> &
  Readonly<{ label: string; from: number; size?: 'small' }>;

/** Up to eight places side by side; a wrong token is struck, with its correction below it. */
function Eight({ label, from, size, right, config, places, lit, onLight }: EightProps) {
  const words = usePanelWords('cover');
  const here = places.slice(from, from + DIALS);
  const chips = here.map(({ token, truth, wrong }, k) => ({
    token: glyph(config, token),
    position: from + k + 1,
    hidePosition: true,
    state: stateOf(token, wrong, right),
    more: wrong ? words('shouldBe', { token: wordOf(config, truth, words) }) : undefined,
  }));
  return (
    <div className="cover-places" data-size={size}>
      <TokenRow label={label} tokens={chips} lit={lit} size={size} onLight={onLight} />
      {here.some(({ wrong }) => wrong) && <Corrections config={config} places={here} />}
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

function wordOf(config: Config, token: number | null, words: PanelWordsOf<'cover'>): string {
  if (token === null) return words('nothing');
  return token === config.end ? words('endMark') : glyph(config, token);
}
