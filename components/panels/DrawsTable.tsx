'use client';
// A table of many draws: each seed written three ways, wrong letters struck. Totals: DrawTotals.tsx.

import { memo } from 'react';
import type { Config } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { Draws } from '../notebook/state';
import { TokenChip } from '../ui/TokenChip';
import { DrawTotals } from './DrawTotals';
import { type DrawRow, rowsOf } from './draws';
import { glyph, type Place } from './one-shot';

type DrawsTableProps = Readonly<{ config: Config; drawn: Draws }>;

export const DrawsTable = memo(function DrawsTable({ config, drawn }: DrawsTableProps) {
  const words = usePanelWords('dependent');
  const rows = rowsOf(drawn.rows);
  return (
    <section className="draws" aria-label={words('draws')}>
      <DrawTotals rows={rows} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
      <section className="draws-scroll" tabIndex={0} aria-label={words('allDraws')}>
        <table className="table">
          <caption className="words">{words('drawsTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('seed')}</th>
              <th scope="col">{words('ar')}</th>
              <th scope="col">{words('ptpOneCall')}</th>
              <th scope="col">{words('independentOneCall')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.seed} config={config} prompt={drawn.run.prompt} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
});

type RowProps = Readonly<{ config: Config; prompt: string; row: DrawRow }>;

function Row({ row, ...rest }: RowProps) {
  const words = usePanelWords('dependent');
  return (
    <tr>
      <th scope="row" className="figures">
        {row.seed}
      </th>
      <td>
        <Text {...rest} places={row.truth} />
      </td>
      <td data-label={words('shortPtp')}>
        <Text {...rest} places={row.ptp} />
      </td>
      <td data-label={words('shortIndependent')}>
        <Text {...rest} places={row.independent} />
      </td>
    </tr>
  );
}

type TextProps = Omit<RowProps, 'row'> & Readonly<{ places: readonly Place[] }>;

function Text({ config, prompt, places }: TextProps) {
  return (
    <span className="draw-text">
      {prompt && <span className="draw-begin">{prompt}</span>}
      {places.map(({ token, wrong }, k) => (
        <TokenChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in a text is what a chip is
          key={k}
          token={glyph(config, token)}
          size="small"
          state={token === null ? 'empty' : wrong ? 'reject' : 'plain'}
        />
      ))}
    </span>
  );
}
