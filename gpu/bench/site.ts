// What the bench's pages are served with: themselves, the weights, onnxruntime-web, and our models as its
// graphs. It remembers what was sent.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { filesOf } from '../cli/files';
import { MODEL_NAMES } from '../model/config';
import { mergeStudent } from '../model/weights';
import { timedCalls } from './calls';
import { loadWeights } from './compare';
import { ATTENTIONS, onnxModel } from './onnx-graph';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const HEADERS = {
  'cache-control': 'no-store',
  // Isolated pages have clocks that step by microseconds.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Bytes sent, and what they come to when compressed with brotli at quality 5. */
export type Bytes = Readonly<{ bytes: number; compressed: number }>;
export type Site = Readonly<{
  origin: string;
  /** What was sent since `forget`. */
  sent(): Bytes;
  forget(): void;
  close(): void;
}>;

/** @param root the package's folder */
export async function serveSite(root: string): Promise<Site> {
  const made = await makeFiles(root);
  const folders = {
    '/model/': join(root, 'public', 'model'),
    '/ort/': join(root, 'node_modules', 'onnxruntime-web', 'dist'),
  };
  let log: string[] = [];
  const contents = new Map<string, Uint8Array>(made);
  const find = async (path: string): Promise<Uint8Array> => {
    const known = contents.get(path);
    if (known) return known;
    const [prefix, folder] =
      Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [];
    const file = join(folder ?? '', path.slice(prefix?.length));
    if (!folder || !file.startsWith(folder + sep)) throw new Error(`Nothing at ${path}`);
    const content = await readFile(file);
    contents.set(path, content);
    return content;
  };
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const content = await find(pathname);
      log.push(pathname);
      const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
      response.writeHead(200, { ...HEADERS, 'content-type': type }).end(content);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const compressed = new Map<string, number>();
  const compress = (path: string) => {
    const size = compressed.get(path) ?? compressedSize(contents.get(path) ?? new Uint8Array());
    compressed.set(path, size);
    return size;
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => ({
      bytes: log.reduce((sum, path) => sum + (contents.get(path)?.byteLength ?? 0), 0),
      compressed: log.reduce((sum, path) => sum + compress(path), 0),
    }),
    forget: () => {
      log = [];
    },
    close: () => server.close(),
  };
}

/** Pages and their scripts, and each model as graphs, by path. */
async function makeFiles(root: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const encode = (text: string) => new TextEncoder().encode(text);
  for (const name of ['page', 'first-ours', 'first-peer']) {
    files.set(`/${name}.js`, await bundle(root, name));
    const script = `<script type="module" src="/${name}.js"></script>`;
    const icon = '<link rel="icon" href="data:,">';
    files.set(`/${name}.html`, encode(`<!doctype html><title>bench</title>${icon}${script}`));
  }
  for (const name of MODEL_NAMES) {
    const { config, teacher, student } = await loadWeights(name, filesOf(root));
    if (name === 'tales') files.set('/config.json', encode(JSON.stringify(config)));
    for (const attention of ATTENTIONS) {
      const path = `/onnx/${name}-${attention}`;
      files.set(`${path}-tokens.onnx`, onnxModel(config, teacher, attention));
      const call = timedCalls(config).find(({ rows, tokens }) => tokens < rows.length);
      if (!student || !call) continue;
      const drafting = {
        student: mergeStudent(teacher, student),
        tokens: call.tokens,
        auxiliary: call.rows.length - call.tokens,
      };
      files.set(`${path}-pqd.onnx`, onnxModel(config, teacher, attention, drafting));
    }
  }
  return files;
}

async function bundle(root: string, name: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'gpu', 'bench', `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['/ort/*'],
    loader: { '.wgsl': 'text' },
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`gpu/bench/${name}.ts gave no script`);
  return file.contents;
}

function compressedSize(content: Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    .byteLength;
}
