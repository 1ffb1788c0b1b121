'use client';
// The picture of a text's bins: a ruler for each token, the teacher's bin of the token that stands there, and
// a u inside it. A pure function of its props.

import type { Config } from '@/gpu';
import { useNumbers } from '../i18n/PanelWords';
import { TokenChip } from '../ui/TokenChip';
import { writeU } from '../ui/unit-number';
import type { FoundU } from './found-u';
import { glyph } from './one-shot';
import { Ruler } from './Ruler';
import { percent } from './rulers';

export type BinsViewProps = Readonly<{
  config: Config;
  found: readonly FoundU[];
  words: Readonly<{ text: string; ruler: string; writes: string }>;
  onTurn: (position: number, u: number) => void;
}>;

export function BinsView({ config, found, words, onTurn }: BinsViewProps) {
  const numbers = useNumbers();
  return (
    <div className="aux">
      <div className="aux-row aux-head" aria-hidden="true">
        <span>{words.text}</span>
        <span className="aux-scale">
          <span>0</span>
          <span>{words.ruler}</span>
          <span>1</span>
        </span>
        <span>u</span>
        <span>{words.writes}</span>
      </div>
      {found.map(({ token, cdf, u, writes, probability }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the k-th ruler is the k-th token
        <div key={k} className="aux-row">
          <span className="aux-pick">
            <TokenChip token={glyph(config, token)} />
            <span className="figures">{percent(probability, numbers)}</span>
          </span>
          <Ruler
            config={config}
            position={k}
            cdf={cdf}
            u={u}
            lit={false}
            onTurn={onTurn}
            onLight={() => {}}
          />
          <span className="aux-u">
            <b>
              u<sub>{k + 1}</sub>
            </b>
            <span className="figures">{writeU(u, numbers, 4)}</span>
          </span>
          <TokenChip token={glyph(config, writes)} state={writes === token ? 'check' : 'reject'} />
        </div>
      ))}
    </div>
  );
}
