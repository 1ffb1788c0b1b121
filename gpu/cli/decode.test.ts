// The command as a shell sees it: what it prints, and how it ends.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { METHOD_NAMES } from '../decoding/run-spec';
import { parseArguments } from './arguments';

const SCRIPT = fileURLToPath(new URL('../../scripts/decode.mjs', import.meta.url));

/** Run from another folder, as the command must not care. */
function decode(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...argv], {
    cwd: '/',
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('one line of JSON per seed, in order, and nothing else', () => {
  const { status, stdout, stderr } = decode(
    ...['--model', 'names', '--method', 'o-ptp', '--prompt', 'ma', '--seed', '3..5'],
    ...['--tokens', '6', '--json'],
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ seed }) => seed)).toEqual([3, 4, 5]);
  const keys = 'model method engine prompt seed text tokens calls rows steps'.split(' ');
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(keys);
    expect(line).toMatchObject({ model: 'names', method: 'o-ptp', engine: 'cpu', prompt: 'ma' });
    const stepKeys = ['drafts', 'checks', 'accepted', 'calls', 'rows'];
    for (const step of line.steps) expect(Object.keys(step)).toEqual(stepKeys);
    const kept = line.steps.flatMap((step: { checks: string[]; accepted: number }) =>
      step.checks.slice(0, step.accepted),
    );
    expect(kept.filter((token: string) => token !== '<end>').join('')).toBe(line.text);
    expect(kept).toHaveLength(line.tokens);
  }
});

test('without --json a trace for people, without colours where nobody sees them', () => {
  const { status, stdout } = decode('--seed', '2');
  expect(status).toBe(0);
  expect(stdout).toContain('tokens per call');
  expect(stdout).not.toContain('\u001b');
});

test('a bad argument is one sentence on stderr, no stack, exit code 2', () => {
  const emoji = decode('--prompt', '😀', '--json');
  expect(emoji).toEqual({
    status: 2,
    stdout: '',
    stderr: '--prompt: "😀" (U+1F600); allowed: the small letters a to z.\n',
  });
  expect(decode('--prompt', 'a'.repeat(10_000))).toEqual({
    status: 2,
    stdout: '',
    stderr: '--prompt: 10000 characters; allowed: at most 30 characters.\n',
  });
});

test.each([
  [['--method', 'beam'], `--method: "beam"; allowed: ${METHOD_NAMES.join(', ')}.`],
  [['--draft', '17'], '--draft: "17"; allowed: a whole number from 1 to 16.'],
  [['--seed', '4..2'], '--seed: "4..2"; allowed: A..B with A no greater than B.'],
  [['--seed', '1..'], '--seed: nothing; allowed: a whole number'],
  [['--u', '0=2'], '--u: "0=2"; allowed: POSITION=VALUE'],
  [['--engine', 'tpu'], '--engine: "tpu"; allowed: cpu, webgpu.'],
  [['--tokens'], '--tokens: nothing; allowed: a value after it'],
  [['--tokens', '--json'], '--tokens: "--json"; allowed: a value after it'],
  [['--tokens', '3', '--tokens=4'], '--tokens: given twice; allowed: once.'],
  [['--json=yes'], '--json: "yes"; allowed: no value.'],
  [['--sead', '3'], '"--sead" is no argument of decode; allowed: --model, '],
  [['anna'], '"anna" is no argument of decode; allowed: --model, '],
])('%j is told: %s', (argv, sentence) => {
  expect(() => parseArguments(argv)).toThrow(sentence);
});

test('values may be attached, and may then begin with dashes', () => {
  const given = parseArguments(['--model=tales', '--prompt=--x', '--seed=7', '--fresh-u']);
  expect(given).toMatchObject({ firstSeed: 7, lastSeed: 7, engine: 'cpu', json: false });
  expect(given?.run).toMatchObject({ model: 'tales', prompt: '--x', freshU: true });
});
