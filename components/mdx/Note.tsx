// A note in the margin; on a phone it folds into the text where it is written.

import type { ReactNode } from 'react';

/** Place it right after the paragraph that it belongs to. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <div className="note" role="note">
      {children}
    </div>
  );
}
