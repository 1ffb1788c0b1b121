// The frame of an embedded panel as HTML, and its size where a host asks for one.

import type { PanelId } from '@/packages/foretoken-embed/src/protocol';

/** CSS pixels. */
export const WIDTH = 720;

/** A higher panel scrolls in its frame, where the host does not hear how high it is. */
export const MOST_HEIGHT = 1200;

/** Height of each panel at that width, before it is touched; `e2e/widget.e2e.ts` holds them against the real ones. */
export const HEIGHTS: Readonly<Record<PanelId, number>> = {
  cover: 1000,
  aux: 960,
  dependent: 1200,
  accept: 1200,
  cost: 820,
  joint: 1060,
  letters: 1040,
  proof: 980,
  tree: 860,
  batch: 760,
  bins: 1200,
  chain: 860,
  temperature: 1000,
  worth: 980,
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
