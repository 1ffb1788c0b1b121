// Unit tests sit beside the file they test; journeys in a browser are Playwright's (e2e/).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['{app,components,content,gpu,scripts}/**/*.test.{ts,tsx,mjs}'] },
});
