// The frame of an embedded panel as HTML, and its size where a host asks for one.

import type { PanelId } from '@/packages/foretoken-embed/src/protocol';

/** CSS pixels. */
export const WIDTH = 720;

/** Height of each panel at that width; `e2e/widget.e2e.ts` holds them against the real ones. */
export const HEIGHTS: Readonly<Record<PanelId, number>> = {
  cover: 620,
  aux: 900,
  dependent: 900,
  accept: 1400,
  cost: 620,
  joint: 900,
  letters: 760,
  proof: 820,
  tree: 760,
  batch: 640,
  bins: 900,
  chain: 760,
  temperature: 760,
  worth: 640,
};

/** A frame as HTML; `width` may be a percentage. */
export function frameOf(
  address: string,
  title: string,
  width: number | string,
  height: number,
): string {
  const attributes = { src: address, title, width, height, loading: 'lazy', style: 'border:0' };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

export function escaped(value: string | number): string {
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
