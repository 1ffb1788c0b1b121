// What readers download is ours: the benchmark's peer stays out of the site.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const FOLDER = join('.next', 'static');

test('the site is served without onnxruntime', () => {
  const scripts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') }));
  // Looked at in the right place: our kernels are there.
  expect(scripts.some(({ text }) => text.includes('@compute @workgroup_size'))).toBe(true);
  const found = scripts.filter(({ text }) => /onnx|ort-wasm/i.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});
