'use client';
// The element as a component of React 19: events are properties, the element itself is its `ref`.

import type { ReactNode, Ref } from 'react';
import { createElement } from 'react';
import type { ForetokenWidget as Element } from './element';
import './index';
import type { Happening, PanelId } from './protocol';

type Heard<Event extends Happening['event']> = (
  event: CustomEvent<Omit<Extract<Happening, { event: Event }>, 'event'>>,
) => void;

export type ForetokenWidgetProps = Readonly<{
  panel: PanelId;
  query?: string;
  theme?: 'light' | 'dark' | 'auto';
  lang?: string;
  accent?: string;
  autostart?: boolean;
  /** Address of the Foretoken that serves the panel. */
  site: string;
  sandbox?: boolean;
  title?: string;
  className?: string;
  onReady?: Heard<'ready'>;
  onStep?: Heard<'step'>;
  onChange?: Heard<'change'>;
  onError?: Heard<'error'>;
  /** Has the methods: play, pause, step, set, snapshot, destroy. */
  ref?: Ref<Element>;
  /** Shown until the panel loads. */
  children?: ReactNode;
}>;

export function ForetokenWidget(props: ForetokenWidgetProps) {
  const { onReady, onStep, onChange, onError, ...rest } = props;
  const heard = { onready: onReady, onstep: onStep, onchange: onChange, onerror: onError };
  return createElement('foretoken-widget', { ...rest, ...heard });
}
