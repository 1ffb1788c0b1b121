// The frame of an embedded panel as HTML, and its size where a host asks for one.

/** CSS pixels. */
export const WIDTH = 720;

/** A higher panel scrolls in its frame, where the host does not hear how high it is. */
export const MOST_HEIGHT = 1200;

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
