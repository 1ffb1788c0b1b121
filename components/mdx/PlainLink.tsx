// A link as prose writes it: `[Chapter 7](/en/randomness-first)`.

import type { ComponentProps } from 'react';
import { at } from '../site';

export function PlainLink({ href = '', ...rest }: ComponentProps<'a'>) {
  return <a href={href.startsWith('/') ? at(href) : href} {...rest} />;
}
