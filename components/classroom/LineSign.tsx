'use client';
// How the line to the room stands, always in words.

import { usePanelWords } from '../i18n/PanelWords';
import type { LineStatus } from './connection';

/** The sign and its words, read aloud when they change. */
export function LineSign({ status }: { status: LineStatus }) {
  const words = usePanelWords('classroomRoom');
  return (
    <p className="line-sign" data-kind={status.kind} role="status">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <Shape kind={status.kind} />
      </svg>
      {status.kind === 'gone' ? <span lang="en">{status.sentence}</span> : words(status.kind)}
    </p>
  );
}

/** A full disc, a half one, an open one, a cross: colour is never alone. */
function Shape({ kind }: Pick<LineStatus, 'kind'>) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
  switch (kind) {
    case 'live':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case 'polling':
      return (
        <>
          <circle cx="6" cy="6" r="4.75" {...line} />
          <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" />
        </>
      );
    case 'connecting':
    case 'lost':
      return <circle cx="6" cy="6" r="4.75" {...line} strokeDasharray="2 2" />;
    case 'gone':
      return <path d="M2 2l8 8M10 2L2 10" {...line} />;
    default:
      return kind satisfies never;
  }
}
