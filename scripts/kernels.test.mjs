import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiled } from './kernels.mjs';
import { root } from './set-up.mjs';

test('the committed kernels are those of their source: else `npm run kernels`', async () => {
  const committed = readFileSync(join(root, 'gpu/engines/cpu/wasm/bytes.ts'), 'utf8');
  expect(await compiled()).toBe(committed);
});
