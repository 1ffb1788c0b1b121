// A code cell as chapters write it: round a fenced block, since MDX takes the indentation from an expression.

import { isValidElement, type ReactNode } from 'react';
import type { ModelName } from '@/gpu';
import { CodeCell } from '../cells/slots';

type Props = Readonly<{ id: string; title: string; model?: ModelName; children: ReactNode }>;

export function ChapterCode({ children, ...cell }: Props) {
  return <CodeCell {...cell}>{textOf(children)}</CodeCell>;
}

/** The text inside elements, as it stands there. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children);
  return '';
}
