// The panel's main picture as SVG or PNG.

import type { Picture } from '@/packages/foretoken-embed/src/protocol';

/** Null where the panel shows no picture. */
export async function pictureOf(
  figure: HTMLElement,
  kind: 'svg' | 'png',
  title: string,
): Promise<Picture | null> {
  return null;
}
