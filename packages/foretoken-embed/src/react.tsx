'use client';
// The element as a component of React 19: events are properties, the element itself is its `ref`.

import type { ReactNode, Ref } from 'react';
import { createElement, useEffect, useImperativeHandle, useState } from 'react';
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
  const { onReady, onStep, onChange, onError, ref, ...rest } = props;
  const [element, setElement] = useState<Element | null>(null);
  useImperativeHandle(ref, () => element as Element, [element]);
  useListener(element, 'ready', onReady);
  useListener(element, 'step', onStep);
  useListener(element, 'change', onChange);
  useListener(element, 'error', onError);
  return createElement('foretoken-widget', { ...rest, ref: setElement });
}

/** React listens to a custom element by itself, but not to one that the server wrote. */
function useListener<Name extends 'ready' | 'step' | 'change' | 'error'>(
  element: Element | null,
  name: Name,
  listener: Heard<Name> | undefined,
) {
  useEffect(() => {
    if (!element || !listener) return;
    element.addEventListener(name, listener as unknown as EventListener);
    return () => element.removeEventListener(name, listener as unknown as EventListener);
  }, [element, name, listener]);
}
