import { describe, expect, test } from 'vitest';
import { Fault } from '@/gpu';
import recording from '@/public/traces/names.json';
import { emptyState } from './fixture';
import { parseRecording } from './recorded';
import { formatTraceFile, parseTraceFile } from './trace-file';

const { config, traces } = parseRecording(recording);
const configs = { names: config, tales: emptyState().models.tales.config };
const about = { software: 'Foretoken 0', citation: 'c', figure: 'aux', address: 'v=2&letter=3' };
const content = formatTraceFile({ ...about, traces });

function faultOf(changed: string): string {
  try {
    parseTraceFile(changed, configs);
  } catch (fault) {
    if (fault instanceof Fault) return fault.message;
    throw fault;
  }
  return 'none';
}

/** The file with one value replaced. @param path such as `traces.0.steps.1.u.0` */
function withValue(path: string, value: unknown): string {
  const file = JSON.parse(content);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((object, name) => object[name], file);
  holder[last] = value;
  return JSON.stringify(file);
}

describe('a file of traces', () => {
  test('brings back to the last bit what was saved', () => {
    expect(parseTraceFile(content, configs)).toEqual({ ...about, traces });
  });

  test.each([
    ['format', 2, 'format: 2; allowed: 1.'],
    ['traces', [], 'traces: []; allowed: one trace at least.'],
    ['address', 7, 'address: 7; allowed: text.'],
    ['traces.0.run', 'v=1&model=poems', 'model: "poems"; allowed: names, tales.'],
    ['traces.0.done', 'yes', 'traces[0].done: "yes"; allowed: true, false.'],
    ['traces.0.steps.1.position', 5, 'traces[0].steps[1].position: 5; allowed: 1.'],
    ['traces.0.steps.0.u.0', 1.5, 'traces[0].steps[0].u[0]: 1.5; allowed: a number from 0 to 1.'],
    ['traces.0.steps.0.u.0', 1, 'traces[0].steps[0].u: 1; allowed: numbers below 1.'],
    [
      'traces.0.steps.0.checks.0',
      99,
      'traces[0].steps[0].checks[0]: 99; allowed: a whole number from 0 to 26.',
    ],
    [
      'traces.0.steps.0.accepted',
      7,
      'traces[0].steps[0].accepted: 7; allowed: a whole number from 0 to 1.',
    ],
    [
      'traces.0.steps.0.checkCdfs.0',
      [0.5, 1],
      'traces[0].steps[0].checkCdfs[0]: "2 numbers"; allowed: 27 numbers.',
    ],
    [
      'traces.0.steps.0.ms',
      '<b>',
      'traces[0].steps[0].ms: "<b>"; allowed: a number from 0 to 1000000000.',
    ],
  ])('names what cannot be: %s', (path, value, sentence) => {
    expect(faultOf(withValue(path, value))).toBe(sentence);
  });

  test('a CDF that falls is none', () => {
    const cdf = JSON.parse(content).traces[0].steps[0].checkCdfs[0];
    cdf[3] = cdf[2] - 0.01;
    expect(faultOf(withValue('traces.0.steps.0.checkCdfs.0', cdf))).toMatch(
      /^traces\[0\]\.steps\[0\]\.checkCdfs\[0\]\[3\]: .*; allowed: .* or more\.$/,
    );
  });

  test('what is no JSON at all is said so', () => {
    expect(faultOf('hello')).toBe('The file is not JSON, so no run can be read from it.');
  });

  test.each([
    ['{"kind": "poem"}', '"poem"'],
    ['[]', 'nothing'],
    ['null', 'nothing'],
    ['7', 'nothing'],
  ])('another file is told from a saved run: %s', (other, kind) => {
    const sentence = `no saved run of Foretoken: its kind is ${kind}, not "foretoken-trace".`;
    expect(faultOf(other)).toBe(`The file is ${sentence}`);
  });
});
