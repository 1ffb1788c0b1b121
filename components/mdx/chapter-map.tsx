// The names that chapters may use: those of passages, the depths, the glossary, code, the live panels. No
// 'use client' here.

import type { ComponentProps, ReactNode } from 'react';
import { Answer, Question, Why } from '../cells/slots';
import { panels } from '../panels';
import { At, PlacedU } from './At';
import { ChapterCode } from './ChapterCode';
import { Code } from './Code';
import { Depth } from './Depth';
import { Gloss } from './Gloss';
import { mdxComponents } from './index';
import { SlotShift } from './SlotShift';
import { Span } from './Span';
import { Streams } from './Streams';

/** Components of content/chapters/, by the name they have there. */
export const chapterComponents = {
  ...mdxComponents,
  ...panels,
  Answer,
  At,
  Code,
  CodeCell: ChapterCode,
  Depth,
  Gloss,
  Question,
  SlotShift,
  Streams,
  U: PlacedU,
  Why,
  h2: Heading,
  span: Span,
} as const;

/** A section's title, with an anchor made of its words. */
function Heading({ children, ...rest }: ComponentProps<'h2'>) {
  return (
    <h2 id={anchorOf(children)} {...rest}>
      {children}
    </h2>
  );
}

function anchorOf(children: ReactNode): string | undefined {
  if (typeof children !== 'string') return undefined;
  return children
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
