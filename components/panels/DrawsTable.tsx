'use client';

// A table of many draws: each seed written three ways, wrong letters struck. Totals: DrawTotals.tsx.

import { memo } from 'react';
import type { Config } from '@/gpu';
import type { Draws } from '../notebook/state';
import { TokenChip } from '../ui/TokenChip';
import { DrawTotals } from './DrawTotals';
import { type DrawRow, rowsOf } from './draws';
import { glyph, type Place } from './one-shot';

type DrawsTableProps = Readonly<{ config: Config; drawn: Draws }>;

export const DrawsTable = memo(function DrawsTable({ config, drawn }: DrawsTableProps) {
  const rows = rowsOf(drawn.rows);
  return (
    <section className="draws" aria-label="Many draws">
      <DrawTotals rows={rows} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
      <section className="draws-scroll" tabIndex={0} aria-label="All draws">
        <table className="table">
          <caption className="words">
            Each seed written one at a time, by PTP in one call, and by independent heads in one
            call
          </caption>
          <thead>
            <tr>
              <th scope="col">seed</th>
              <th scope="col">one at a time</th>
              <th scope="col">PTP, one call</th>
              <th scope="col">independent, one call</th>
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
  return (
    <tr>
      <th scope="row" className="figures">
        {row.seed}
      </th>
      <td>
        <Text {...rest} places={row.truth} />
      </td>
      <td data-label="PTP">
        <Text {...rest} places={row.ptp} />
      </td>
      <td data-label="independent">
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
