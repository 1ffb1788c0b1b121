// Words that speak of a place in the text: they light with it, and light it. See cells/LitText.tsx.

import type { ReactNode } from 'react';
import { U } from './U';

export type AtProps = Readonly<{
  /** The place, counted from 1; `tales 3` in a text of the tales model. */
  k: string;
  children: ReactNode;
}>;

/** `<At k="1">the first letter</At>` */
export function At({ k, children }: AtProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard lights a place as the pointer does
    <span className="at" data-at={k} tabIndex={0}>
      {children}
    </span>
  );
}

/** An auxiliary variable in a chapter: with a number, it speaks of that place. */
export function PlacedU({ k }: Readonly<{ k?: string }>) {
  if (k === undefined) return <U />;
  if (!/^\d+$/.test(k)) return <U k={k} />;
  return (
    <At k={k}>
      <U k={k} />
    </At>
  );
}
