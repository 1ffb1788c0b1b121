// The visible sign of a token. Characters that print nothing get a drawn sign, the same in every font.

import { END } from './token';

const PATHS: Readonly<Record<string, string>> = {
  ' ': 'M2 9v4h12V9',
  '\n': 'M13 3v6H3m4-4L3 9l4 4',
  '\t': 'M2 8h10M9 4l4 4-4 4M14 3v10',
};

/** A token's sign, hidden from screen readers: give its name (`tokenName`) in words beside it. */
export function TokenGlyph({ token }: { token: string }) {
  if (token === '\0' || token === END) {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="3.5" y="3.5" width="9" height="9" fill="currentColor" />
      </svg>
    );
  }
  const path = PATHS[token];
  if (path !== undefined) {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
      </svg>
    );
  }
  return <span aria-hidden="true">{token === '' ? '\u00a0' : token}</span>;
}
