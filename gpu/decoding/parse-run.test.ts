import { expect, test } from 'vitest';
import { MAX_POSITIONS, MAX_ROWS } from '../model/config';
import { Fault } from '../model/fault';
import { PROMPT_LIMIT } from '../model/tokenizer';
import { type Problem, problemSentence } from '../problem';
import { PROBLEM_WORDS } from '../problem-words';
import { sayFrom } from '../words';
import { formatRun, readRun } from './parse-run';
import { parseRun } from './run-or-fault';
import {
  defaultRun,
  MAX_BUDGET,
  MAX_DRAFT,
  MAX_TOKENS,
  METHOD_NAMES,
  type RunSpec,
} from './run-spec';

const english = (problem: Problem) => problemSentence(problem, sayFrom(PROBLEM_WORDS));
const parse = (address: string) => parseRun(new URLSearchParams(address));

test('a bare address is the default run of names', () => {
  expect(parse('')).toEqual(defaultRun('names'));
  expect(parse('model=tales')).toEqual(defaultRun('tales'));
  expect(defaultRun('tales')).toMatchObject({ draft: 8, tokens: 64, budget: 24 });
});

test('every run survives its address', () => {
  const run: RunSpec = {
    model: 'tales',
    method: 'pqd',
    prompt: 'Once upon\na time & more: "é😀"',
    seed: 4294967295,
    u: { 0: 0.25, 17: 2 ** -24, 2: 0 },
    sampling: { temperature: 1.3, topK: 5, topP: 0.95 },
    tokens: 3000,
    draft: 3,
    budget: 7,
    freshU: true,
  };
  expect(parse(formatRun(run).toString())).toEqual(run);
  expect(formatRun(defaultRun('names')).toString()).toBe('v=1&model=names&method=o-ptp');
});

test('a prompt is tidied to what its model writes', () => {
  expect(parse('prompt=Mar').prompt).toBe('mar');
  expect(parse('model=tales&prompt=“No”—he').prompt).toBe('"No"-he');
});

test('other parameters are left to others', () => {
  expect(parse('step=3&panel=AcceptPanel')).toEqual(defaultRun('names'));
});

test.each([
  ['v=2', 'v: "2"; allowed: 1.'],
  ['model=gpt', 'model: "gpt"; allowed: names, tales.'],
  ['method=', `method: nothing; allowed: ${METHOD_NAMES.join(', ')}.`],
  ['seed=-1', 'seed: "-1"; allowed: a whole number from 0 to 4294967295.'],
  ['seed=4294967296', 'seed: "4294967296"; allowed: a whole number from 0 to 4294967295.'],
  ['tokens=1e3', 'tokens: "1e3"; allowed: a whole number from 1 to 3000.'],
  ['draft=17', 'draft: "17"; allowed: a whole number from 1 to 16.'],
  ['model=tales&draft=9', 'draft: "9"; allowed: a whole number from 1 to 8.'],
  ['budget=0', 'budget: "0"; allowed: a whole number from 1 to 240.'],
  ['temperature=hot', 'temperature: "hot"; allowed: a number from 0 to 5.'],
  ['temperature=Infinity', 'temperature: "Infinity"; allowed: a number from 0 to 5.'],
  ['top-k=1.5', 'top-k: "1.5"; allowed: a whole number from 0 to 999.'],
  ['top-p=0', 'top-p: "0"; allowed: a number from 0.001 to 1.'],
  ['fresh-u=yes', 'fresh-u: "yes"; allowed: 0, 1.'],
  [
    'u=0=1',
    'u: "0=1"; allowed: POSITION=VALUE, each position once, from 0 to 2999, each value at least 0 and below 1.',
  ],
  ['u=0=0.5,', 'u: nothing; allowed: POSITION=VALUE'],
  ['u=3000=0.5', 'u: "3000=0.5"; allowed: POSITION=VALUE'],
  ['u=1=0.5,1=0.6', 'u: position 1 a second time; allowed: POSITION=VALUE, each position once'],
  ['u=0=2,1=0.5,x,1=0.6', 'u: "0=2", "x", position 1 a second time; allowed: POSITION=VALUE'],
])('%s has a sentence', (address, sentence) => {
  const { run, problems } = readRun(new URLSearchParams(address));
  expect(problems).toHaveLength(1);
  expect(problems.map(english)[0]).toContain(sentence);
  expect(run).toEqual(defaultRun(run.model));
  expect(() => parse(address)).toThrow(Fault);
});

test('every parameter that cannot be has its own sentence', () => {
  const { problems } = readRun(new URLSearchParams('seed=x&tokens=y&u=z'));
  expect(problems).toHaveLength(3);
});

test('with a fallback, what is missing or cannot be is its own, and the sentence says which', () => {
  const fallback = { ...defaultRun('tales'), prompt: 'The king ', seed: 5, u: { 1: 0.5 } };
  const { run, problems } = readRun(new URLSearchParams('seed=x&tokens=9&model=names'), fallback);
  expect(run).toEqual({ ...fallback, tokens: 9 });
  expect(problems.map(english)).toEqual([
    'model: "names"; allowed: tales; default used: tales.',
    'seed: "x"; allowed: a whole number from 0 to 4294967295; default used: 5.',
  ]);
  expect(formatRun(run, fallback).toString()).toBe('tokens=9');
  const other = { ...defaultRun('tales'), seed: 1 };
  expect(readRun(formatRun(other, fallback), fallback)).toEqual({ run: other, problems: [] });
});

test('the limits fit what an engine prepares for', () => {
  const longest = 1 + PROMPT_LIMIT.tales + MAX_TOKENS + 2 * MAX_DRAFT.names;
  expect(longest).toBeLessThanOrEqual(MAX_POSITIONS);
  expect(MAX_DRAFT.names + MAX_BUDGET).toBeLessThanOrEqual(MAX_ROWS);
});
