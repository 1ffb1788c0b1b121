// The second and third depth of a chapter, below the idea: the mathematics, the code. They unfold without
// a script, stand in the HTML either way, and a search in the page finds what is in them.

import type { ReactNode } from 'react';
import { wordsOf } from '../i18n/catalogue';
import { pageLocale } from '../i18n/page-locale';

export type DepthProps = Readonly<{
  of: 'mathematics' | 'code';
  /** What it is about, after the name of the depth. */
  title: string;
  children: ReactNode;
}>;

export function Depth({ of, title, children }: DepthProps) {
  const label = wordsOf(pageLocale(), 'chapter')(of);
  return (
    <details className="depth" data-of={of}>
      <summary>
        <span className="depth-label">{label}</span> {title}
      </summary>
      <div className="depth-body">{children}</div>
    </details>
  );
}
