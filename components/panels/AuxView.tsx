'use client';
// The picture of the auxiliary variables: a ruler for each position, and what PTP drafts in one call.

import { usePanelWords } from '../i18n/PanelWords';
import { TokenChip } from '../ui/TokenChip';
import { writeU } from '../ui/unit-number';
import { compare, glyph, oneShot } from './one-shot';
import { Ruler } from './Ruler';
import { binAt, binsOf, percent } from './rulers';
import type { NamesView } from './use-names';

export type AuxViewProps = NamesView &
  Readonly<{
    onTurn: (position: number, u: number) => void;
    onLight: (position: number | undefined) => void;
  }>;

export function AuxView({ config, u, ar, ptp, lit, onTurn, onLight }: AuxViewProps) {
  const words = usePanelWords('aux');
  const places = compare(oneShot(ptp), oneShot(ar));
  return (
    <div className="aux">
      <div className="aux-row aux-head" aria-hidden="true">
        <span>u</span>
        <span className="aux-scale">
          <span>0</span>
          <span>{words('scale')}</span>
          <span>1</span>
        </span>
        <span>{words('pick')}</span>
        <span>PTP</span>
      </div>
      {(ar?.steps ?? []).map(({ checkCdfs: [cdf], checks: [check] }, k) => {
        const here = places[k];
        if (!cdf || check === undefined || !here) return null;
        const value = u[k] ?? 0;
        const picked = binAt(binsOf(cdf), value);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the k-th ruler is the k-th position
          <div key={k} className="aux-row" data-lit={lit === k + 1 || undefined}>
            <span className="aux-u">
              <b>
                u<sub>{k + 1}</sub>
              </b>
              <span className="figures">{writeU(value, words)}</span>
            </span>
            <Ruler
              config={config}
              position={k}
              cdf={cdf}
              u={value}
              lit={lit === k + 1}
              onTurn={onTurn}
              onLight={onLight}
            />
            <span className="aux-pick">
              <TokenChip token={glyph(config, check)} state="check" />
              <span className="figures">{picked && percent(picked.to - picked.from, words)}</span>
            </span>
            <TokenChip
              token={glyph(config, here.token)}
              state={here.token === null ? 'empty' : here.wrong ? 'reject' : 'accept'}
            />
          </div>
        );
      })}
    </div>
  );
}
