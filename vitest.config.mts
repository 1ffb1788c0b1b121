// Unit tests sit beside the file they test; journeys in a browser are Playwright's (e2e/).
import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

/** Next imports `x.wgsl` as text by itself, Vite does not. */
const wgslAsText = {
  name: 'wgsl-as-text',
  enforce: 'pre' as const,
  load: async (id: string) =>
    id.endsWith('.wgsl') ? `export default ${JSON.stringify(await readFile(id, 'utf8'))}` : null,
};

export default defineConfig({
  plugins: [wgslAsText],
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{app,classroom,components,content,gpu,packages,scripts}/**/*.test.{ts,tsx,mjs}'],
    // Nothing is asserted about time: a machine may be busy training.
    testTimeout: 120_000,
  },
});
