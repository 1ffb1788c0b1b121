// A formula, set by KaTeX when the site is built. Its faces come with the page: later they would move a line.

import main from 'katex/dist/fonts/KaTeX_Main-Regular.woff2';
import italic from 'katex/dist/fonts/KaTeX_Math-Italic.woff2';
import type { ComponentProps } from 'react';
import { preload } from 'react-dom';

/** Any `<span>` of a chapter: KaTeX makes formulas of them. */
export function Span(props: ComponentProps<'span'>) {
  if (props.className === 'katex') {
    for (const face of [main, italic]) {
      preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
    }
  }
  // A displayed formula may be wider than a phone: it scrolls, and so must be reached by the keyboard.
  const focusable = props.className === 'katex-display' && { tabIndex: 0 };
  return <span {...props} {...focusable} />;
}
