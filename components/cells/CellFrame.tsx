'use client';
// The frame of a live figure: title, status and menu above, the figure, and a sentence where something failed.

import type { ComponentProps, ReactNode } from 'react';
import { Provenance, ProvenanceNote } from '../panels/Provenance';
import { PanelFrame, type PanelFrameProps } from '../ui/PanelFrame';
import { CellMenu } from './CellMenu';
import { Pins } from './Pins';
import type { Cell } from './use-cell';

export type CellFrameProps = Omit<PanelFrameProps, 'id' | 'status'> &
  Readonly<{
    cell: Cell;
    /** The first figure of its model: it alone reads its news aloud. */
    first?: boolean;
    /** It says itself what failed. */
    quiet?: boolean;
  }>;

export function CellFrame({ cell, first, quiet, children, ...frame }: CellFrameProps) {
  const { id, model, recorded, shown } = cell;
  const { title, table } = frame;
  return (
    <PanelFrame
      {...frame}
      id={id}
      status={
        <span className="cell-signs">
          <Provenance {...cell} />
          <CellMenu cell={cell} title={title} table={table} />
        </span>
      }
    >
      {children}
      <Pins cell={cell} />
      {!quiet && (
        <ProvenanceNote model={model} recorded={recorded} shown={shown} first={first ?? false} />
      )}
    </PanelFrame>
  );
}

type CellPictureProps = Readonly<{ cell: Cell; children: ReactNode }> & ComponentProps<'div'>;

/** The figure itself: it fades while it is out of date, and is what an export draws. */
export function CellPicture({ cell, children, ...around }: CellPictureProps) {
  return (
    <div ref={cell.place} data-stale={cell.stale || undefined} {...around}>
      {children}
    </div>
  );
}
