// What a frame shows now, as a picture file with its origin inside. Fetched when a host asks for one.

import type { Picture } from '@/packages/foretoken-embed/src/protocol';
import { type Caption, drawPicture, pngOf } from '../cells/picture-file';

/** @returns a PNG as a data address, or the text of an SVG */
export async function pictureOf(
  figure: HTMLElement,
  kind: 'svg' | 'png',
  caption: Caption,
): Promise<Picture> {
  await document.fonts.ready;
  const svg = drawPicture(figure, caption);
  return kind === 'svg' ? { svg } : { png: await asAddress(await pngOf(svg)) };
}

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
