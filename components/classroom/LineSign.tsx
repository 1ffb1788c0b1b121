// How the line to the room stands, always in words.

import type { LineStatus } from './connection';

const WORDS: Readonly<Record<Exclude<LineStatus['kind'], 'gone'>, string>> = {
  connecting: 'connecting …',
  live: 'connected',
  polling: 'connected, by asking every two seconds',
  lost: 'connection lost, trying again; what you do is kept',
};

/** The sign and its words, read aloud when they change. */
export function LineSign({ status }: { status: LineStatus }) {
  const words = status.kind === 'gone' ? status.sentence : WORDS[status.kind];
  return (
    <p className="line-sign" data-kind={status.kind} role="status">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <Shape kind={status.kind} />
      </svg>
      {words}
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
