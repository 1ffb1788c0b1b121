// The table of slots that a network reads and answers, as wide as text and margin; on a small screen it scrolls.

import type { ReactNode } from 'react';

type Props = Readonly<{ label: string; caption: ReactNode; children: ReactNode }>;

/** @param children its rows */
export function SlotTable({ label, caption, children }: Props) {
  return (
    <figure className="slot-shift wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
      <section tabIndex={0} aria-label={label}>
        <table>
          <caption>{caption}</caption>
          <tbody>{children}</tbody>
        </table>
      </section>
    </figure>
  );
}

/** A token or a distribution with its place: t₅. */
export function Sign({ name, k }: { name: string; k: number }) {
  return (
    <i>
      {name}
      <sub>{k}</sub>
    </i>
  );
}
