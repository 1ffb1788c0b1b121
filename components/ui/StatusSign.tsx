'use client';
// Where a number comes from: one small sign, the same everywhere.

import type { ReactNode } from 'react';
import { usePanelWords } from '../i18n/PanelWords';

export type StatusKind =
  | 'recorded' // an earlier run of the same model, shipped with the page
  | 'loading' // weights are on their way
  | 'live' // computed just now, in this tab
  | 'stale' // computed, but for settings that have changed since
  | 'published' // from a paper
  | 'error'; // a sentence says what happened

/** Each kind has its own shape, so that colour is never alone. */
function Shape({ kind }: { kind: StatusKind }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
  switch (kind) {
    case 'recorded':
      return (
        <>
          <circle cx="6" cy="6" r="4.75" {...line} />
          <circle cx="6" cy="6" r="1.75" fill="currentColor" />
        </>
      );
    case 'loading':
      return <path d="M6 1.25A4.75 4.75 0 1 1 1.25 6" {...line} strokeLinecap="round" />;
    case 'live':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case 'stale':
      return <circle cx="6" cy="6" r="4.75" {...line} strokeDasharray="2 2" />;
    case 'published':
      return <path d="M2.25 1.25h7.5v9.5h-7.5zM4.5 4h3M4.5 6.25h3" {...line} />;
    case 'error':
      return <path d="M6 1.5L11 10.5H1zM6 5v2.5" {...line} strokeLinejoin="round" />;
    default:
      return kind satisfies never;
  }
}

/** The sign with its word; `children` adds a detail, such as the device or `12 ms`. */
export function StatusSign({ kind, children }: { kind: StatusKind; children?: ReactNode }) {
  const words = usePanelWords('ui');
  return (
    <span className="status" data-kind={kind}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <Shape kind={kind} />
      </svg>
      <span>
        {words(kind)}
        {children !== undefined && <span className="text-soft"> · {children}</span>}
      </span>
    </span>
  );
}
