// A word of the field where it is first used, set apart.

import type { ReactNode } from 'react';

/** `<Term name="token">token</Term>`; `name` is its anchor. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <dfn id={`term-${name}`} className="italic">
      {children}
    </dfn>
  );
}
