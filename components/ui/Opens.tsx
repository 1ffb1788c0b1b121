// Words behind which more stands, which opens in place. The browser's own popover: no script of ours.

import { type ReactNode, useId } from 'react';

/** @param text what opens */
export function Opens({ text, children }: Readonly<{ text: ReactNode; children: ReactNode }>) {
  const id = `opens${useId()}`;
  return (
    <>
      <button type="button" className="opens" popoverTarget={id}>
        {children}
      </button>
      <span popover="auto" id={id} className="opened" role="note">
        {text}
      </span>
    </>
  );
}
