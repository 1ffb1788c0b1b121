import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, tryPort } from './set-up.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

// npm leaves out what the machine that wrote the file could not use, and then `npm ci` refuses it.
test('the lock file names the optional packages of every system', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('package.json names exact versions only', () => {
  const { dependencies, devDependencies } = packages[''];
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('a taken port is noticed', async () => {
  const { createServer } = await import('node:net');
  const server = createServer();
  const port = await new Promise((resolve) =>
    server.listen(0, () => resolve(server.address().port)),
  );
  expect(await tryPort(port)).toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
  expect(await tryPort(port)).toBe(port);
});
