// Link previews: each chapter names a picture that the build writes, of the size that it says.

import { expect, test } from 'vitest';
import { LOCALES } from '@/components/i18n/locales';
import { readChapters } from '@/components/mdx/chapters';
import { takePreviews } from '@/components/snapshot/Previews';
import { PREVIEW_SIZE } from '@/components/snapshot/preview-path';
import { generateMetadata } from './page';

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Uint8Array) {
  const header = new DataView(png.buffer, png.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

test('each page names its picture, and the build writes just these', async () => {
  const pages = LOCALES.flatMap((locale) =>
    readChapters(locale).map(({ slug }) => ({ locale, chapter: slug })),
  );
  const named = await Promise.all(
    pages.map(
      async (page) => (await generateMetadata({ params: Promise.resolve(page) })).openGraph,
    ),
  );
  const taken = takePreviews(process.cwd());
  expect(named.map((graph) => graph?.images)).toEqual(
    taken.map(({ path }) => ({ url: path, ...PREVIEW_SIZE, alt: expect.stringMatching(/\w/) })),
  );
  expect(new Set(taken.map(({ path }) => path)).size).toBe(pages.length);
  for (const { path, png } of taken) expect(sizeOf(png), path).toEqual(PREVIEW_SIZE);
});
