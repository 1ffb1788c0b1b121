// What readers download is ours: the benchmark's peer stays out of the site.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const FOLDER = join('.next', 'static');

test('the site is served without onnxruntime', () => {
  const scripts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(FOLDER, path), 'utf8'));
  // Looked at in the right place: our kernels are there.
  expect(scripts.some((script) => script.includes('@compute @workgroup_size'))).toBe(true);
  expect(scripts.filter((script) => /onnx|ort-wasm/i.test(script))).toEqual([]);
});
