// Pictures for the gallery: whole, and in plain colours, since a picture knows nothing of the page round it.

import { expect, test } from 'vitest';
import { drawFigures } from './Figures';
import { drawn } from './png';

const root = process.cwd();
const figures = drawFigures(root);

test.each(figures)('$path has every mark inside its edges', ({ svg }) => {
  const { width, height } = drawn(root, svg);
  const box = drawn(root, svg).getBBox();
  expect(box?.width).toBeGreaterThan(width / 2);
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
  expect(svg).not.toMatch(/var\(|light-dark|class=/);
});
