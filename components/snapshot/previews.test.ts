// Pictures for link previews: nothing of the words is cut off. That pages name them: app/[locale]/[chapter]/page.test.ts.

import { describe, expect, test } from 'vitest';
import { drawPreviews, MARGIN, RULE } from './Previews';
import { drawn } from './png';
import { PREVIEW_SIZE } from './preview-path';

const root = process.cwd();

describe.each(drawPreviews(root))('the picture $path', ({ svg }) => {
  const texts = Array.from(svg.matchAll(/<text[^>]*>[^<]+<\/text>/g), ([text]) => text);
  const open = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const boxOf = (body: string) => drawn(root, `${open}${body}</svg>`).getBBox();

  test('has every line between its margins', () => {
    const lines = texts.filter((text) => text.includes(` x="${MARGIN}"`));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const box = boxOf(line);
      expect(box?.width, line).toBeGreaterThan(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), line).toBeLessThan(PREVIEW_SIZE.width - MARGIN);
      expect((box?.y ?? 0) + (box?.height ?? 0), line).toBeLessThan(RULE);
    }
  });
});
