// What can be wrong with files, on the real ones; and what the real weights must do.

import { expect, test } from 'vitest';
import { entryOf } from '../testing/fake-site';
import { filesInPublic } from '../testing/tiny-model';
import { Fault, type FaultCode } from './fault';
import type { FetchFile } from './fetch';
import { loadModel, type Progress } from './load';
import { parseManifest } from './manifest';

const load = (fetchFile: FetchFile) => loadModel('names', { fetchFile, engine: 'cpu' });

/** The files in public/, one of them changed. */
function changed(file: string, change: (content: ArrayBuffer) => ArrayBuffer): FetchFile {
  return async (path) => {
    const content = await filesInPublic(path);
    return path === `names/${file}` ? change(content) : content;
  };
}

const edit = (change: (text: string) => string) => (content: ArrayBuffer) =>
  new Uint8Array(new TextEncoder().encode(change(new TextDecoder().decode(content)))).buffer;

async function faultOf(promise: Promise<unknown>): Promise<{ code: FaultCode; message: string }> {
  try {
    await promise;
  } catch (cause) {
    if (cause instanceof Fault) return { code: cause.code, message: cause.message };
    throw cause;
  }
  throw new Error('No fault');
}

test('truncated weights are told by their size', async () => {
  const fault = await faultOf(load(changed('teacher.safetensors', (c) => c.slice(0, 5000))));
  expect(fault.code).toBe('bad-weights');
  expect(fault.message).toMatch(
    /^teacher\.safetensors: 5,000 bytes came, the manifest says [\d,]+\.$/,
  );
});

test('a flipped byte is told by the checksum', async () => {
  const flip = (content: ArrayBuffer) => {
    new Uint8Array(content).fill(255, 70_000, 70_001);
    return content;
  };
  const fault = await faultOf(load(changed('teacher.safetensors', flip)));
  expect(fault.code).toBe('bad-weights');
  expect(fault.message).toMatch(/^teacher\.safetensors: the content is damaged; its SHA-256 is /);
});

test('weights of another shape than the manifest promises are refused', async () => {
  const wider = edit((text) => text.replace('"hidden": 192', '"hidden": 256'));
  const fault = await faultOf(load(changed('manifest.json', wider)));
  expect(fault).toEqual({
    code: 'bad-weights',
    message:
      "teacher.safetensors: tensor layers.0.up has the shape [192,96], the manifest's config needs [256,96].",
  });
});

test('a damaged manifest names the field', async () => {
  const cut = await faultOf(load(changed('manifest.json', (content) => content.slice(0, 300))));
  expect(cut.message).toContain('manifest.json is not JSON');
  const wrong = edit((text) => text.replace('"layers": 6', '"layers": "six"'));
  const fault = await faultOf(load(changed('manifest.json', wrong)));
  expect(fault.code).toBe('bad-weights');
  expect(fault.message).toContain('manifest.json: config.layers: ');
});

test('a file that cannot be had is no-weights', async () => {
  const nothing: FetchFile = () => Promise.reject(new Fault('no-weights', 'offline'));
  expect((await faultOf(load(nothing))).code).toBe('no-weights');
});

test('a student is fetched when it is first needed, and once', async () => {
  const fetched: string[] = [];
  const counting: FetchFile = (path) => {
    fetched.push(path);
    return filesInPublic(path);
  };
  const model = await load(counting);
  expect(fetched).not.toContain('names/o-ptp.safetensors');
  await model.need('o-ptp');
  await model.need('o-ptp');
  expect(fetched.filter((path) => path === 'names/o-ptp.safetensors')).toHaveLength(1);
});

test('runs that need the same student at once share one download', async () => {
  const fetched: string[] = [];
  let fails = true;
  const counting: FetchFile = async (path) => {
    fetched.push(path);
    if (fails && path.includes('o-ptp')) throw new Fault('no-weights', 'offline');
    return filesInPublic(path);
  };
  const model = await load(counting);
  const need = () => Promise.allSettled([model.need('o-ptp'), model.need('o-ptp')]);
  expect((await need()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect((await need()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(fetched.filter((path) => path === 'names/o-ptp.safetensors')).toHaveLength(2);
});

test('the parts that a manifest lists are those of the files', async () => {
  for (const name of ['names', 'tales']) {
    const content = await filesInPublic(`${name}/manifest.json`);
    for (const entry of Object.values(parseManifest('manifest.json', content).files)) {
      if (!entry) continue;
      const file = new Uint8Array(await filesInPublic(`${name}/${entry.file}`));
      const { parts, ...whole } = entryOf(entry.file, file, entry.parts?.bytes ?? file.length);
      expect(entry).toMatchObject(entry.parts ? { ...whole, parts } : whole);
    }
  }
});

test('a manifest with too few parts is refused', async () => {
  const parts = `"parts": {"bytes": 262144, "sha256": ["${'0'.repeat(64)}"]}, "bytes": 900664`;
  const fault = await faultOf(
    load(
      changed(
        'manifest.json',
        edit((text) => {
          const entry = JSON.parse(text).files.teacher;
          return text.replace(
            `"bytes": ${entry.bytes}`,
            parts.replace('900664', String(entry.bytes)),
          );
        }),
      ),
    ),
  );
  expect(fault.message).toBe(
    'manifest.json: files.teacher: parts.sha256 must have an entry for each part.',
  );
});

test('progress counts the bytes of each weights file', async () => {
  const heard: Progress[] = [];
  const slow: FetchFile = async (path, options) => {
    const content = await filesInPublic(path);
    options?.onBytes?.(content.byteLength);
    return content;
  };
  await loadModel('names', { fetchFile: slow, engine: 'cpu', onProgress: (p) => heard.push(p) });
  expect(heard).toHaveLength(1);
  expect(heard[0]?.loaded).toBe(heard[0]?.total);
});

test('an engine that computes something else is found out, in words', async () => {
  const other = edit((text) => text.replace(/"logits": \[\[-?[\d.]+/, '"logits": [[99'));
  const fault = await faultOf(load(changed('goldens.json', other)));
  expect(fault.code).toBe('wrong-numbers');
  expect(fault.message).toMatch(/^CPU, WebAssembly computes scores that are off by /);
});
