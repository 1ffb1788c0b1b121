// Builds public/embed/: the HTML, scripts and style of every embedded panel. Runs before `next build`; what
// it makes are plain files, so any file host serves them. components/README.md says why it is not Next's.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/postcss';
import { build } from 'esbuild';
import postcss from 'postcss';
import { importWritten, root } from './bundle.mjs';
import { basePath, siteDefines, siteEnv } from './site-url.mjs';

const FOLDER = join(root, 'public', 'embed');
const SOURCES = 'components/embed';

/** The built style, scripts and worker lie here under names with a checksum: they may be kept for ever. */
const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: join(FOLDER, 'assets'),
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  target: 'es2022',
  jsx: 'automatic',
  define: siteDefines(),
  // A panel's own sheet is in embed.css with all others.
  loader: { '.wgsl': 'text', '.css': 'empty' },
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'error',
};

/** Tailwind's classes as they are used anywhere, the sheets of all panels, the faces. */
async function buildStyle() {
  const from = join(root, SOURCES, 'embed.css');
  const { css } = await postcss([tailwind({ base: root })]).process(await readFile(from), { from });
  const stdin = { contents: css, resolveDir: join(root, SOURCES), loader: 'css' };
  const built = await build({
    ...options,
    entryNames: 'embed-[hash]',
    loader: { '.woff2': 'file' },
    stdin,
  });
  return addressOf(built, '<stdin>');
}

/** Scripts that are one file each: before the first paint, and the model's worker. */
async function buildAlone(entry) {
  return addressOf(await build({ ...options, format: 'iife', entryPoints: [entry] }), entry);
}

/** Scripts that share files, and fetch some of them only when they are needed. */
function buildTogether(entryPoints, plugins = []) {
  return build({ ...options, format: 'esm', splitting: true, entryPoints, plugins });
}

/** The first script of a frame. Not with the panels: what it shares with them would come in larger pieces. */
async function buildBoot() {
  const entry = `${SOURCES}/boot.ts`;
  return addressOf(await buildTogether([entry]), entry);
}

/** One script of each panel with React; what they share is fetched once. */
async function buildPanels() {
  const panels = Object.entries(embeds).map(([name, { panel }]) => [
    `panel:${name}`,
    `import { ${panel} } from '@/components/panels/${panel}';
     import { starterOf } from '@/components/embed/live';
     export const start = starterOf(${panel});`,
  ]);
  const entries = panels.map(([name]) => ({ in: name, out: name.replace(':', '-') }));
  const built = await buildTogether(entries, [writtenModules(Object.fromEntries(panels))]);
  return (name) => addressOf(built, `panel:panel:${name}`);
}

/** Lets esbuild read modules by name from their texts. */
function writtenModules(texts) {
  return {
    name: 'written',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^panel:/ }, ({ path }) => ({ path, namespace: 'panel' }));
      onLoad({ filter: /.*/, namespace: 'panel' }, ({ path }) => ({
        contents: texts[path],
        resolveDir: root,
        loader: 'tsx',
      }));
    },
  };
}

function addressOf({ metafile }, entry) {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (!found) throw new Error(`Nothing was built of ${entry}.`);
  return `${basePath()}/embed/assets/${basename(found[0])}`;
}

const { embeds, locales } = await importWritten(
  'embeds',
  `export { EMBEDS as embeds } from '@/components/panels/embeds';
   export { LOCALES as locales } from '@/components/i18n/locales';`,
);

/** React renders on the server as it does for readers only where this says so before it is imported. */
process.env.NODE_ENV = 'production';
Object.assign(process.env, siteEnv());

/** Panels by name, and what writes a page with one. */
function importPages() {
  const all = Object.entries(embeds);
  const imports = all.map(
    ([, { panel }]) => `import { ${panel} } from '@/components/panels/${panel}';`,
  );
  return importWritten(
    'embed-pages',
    `${imports.join('\n')}
     export const panels = { ${all.map(([name, { panel }]) => `${name}: ${panel}`)} };
     export { embedPage } from '@/components/embed/Page';`,
  );
}

/** Writes public/embed/ anew. */
export async function buildEmbeds() {
  await rm(FOLDER, { recursive: true, force: true });
  const [{ panels, embedPage }, css, head, worker, shared, boot, live] = await Promise.all([
    importPages(),
    buildStyle(),
    buildAlone(`${SOURCES}/head.ts`),
    buildAlone('components/notebook/model.worker.ts'),
    buildAlone(`${SOURCES}/shared.worker.ts`),
    buildBoot(),
    buildPanels(),
  ]);
  for (const [name, Panel] of Object.entries(panels)) {
    const assets = { css, head, worker, shared, boot, live: live(name) };
    for (const locale of locales) {
      // The first language has the short address: see pageOf() in components/embed/page-parts.ts.
      const folder = join(FOLDER, ...(locale === locales[0] ? [] : [locale]), name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'index.html'), embedPage(name, Panel, locale, assets));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildEmbeds();
