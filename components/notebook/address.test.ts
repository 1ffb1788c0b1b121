import { describe, expect, test } from 'vitest';
import {
  defaultRun,
  METHOD_NAMES,
  type ModelName,
  type Problem,
  problemSentence,
  type RunSpec,
  tidyPrompt,
  uniform,
} from '@/gpu';
import { panelWordsOf } from '../i18n/catalogue';
import { sayWith } from '../i18n/words';
import { formatAddress, noticeOf, parseAddress } from './address';
import { DEFAULTS } from './defaults';
import type { Choices } from './state';

const words = panelWordsOf('en', 'problems');
const english = (problem: Problem) => problemSentence(problem, sayWith(words));

/** Choices made up from a seed: every field takes unusual values too. */
function madeUp(seed: number): Choices {
  let count = 0;
  const dice = () => uniform(seed, count++);
  const whole = (most: number) => Math.floor(dice() * (most + 1));
  const run = (model: ModelName): RunSpec => ({
    model,
    method: (['ar', 'independent', 'o-ptp', 'c-ptp', 'pqd'] as const)[whole(4)] ?? 'ar',
    prompt: tidyPrompt(model, ['', 'anna', 'Once, "🙂"\n', 'a=b&c,d%2C?#'][whole(3)] ?? ''),
    seed: whole(2 ** 32 - 1),
    u: Object.fromEntries(
      Array.from({ length: whole(4) }, (_, k) => [k * 2, Math.floor(dice() * 10000) / 10000]),
    ),
    sampling: { temperature: whole(20) / 10, topK: whole(9), topP: (1 + whole(9)) / 10 },
    tokens: 41 + whole(200),
    draft: 1 + whole(7),
    budget: 1 + whole(90),
    freshU: dice() < 0.5,
  });
  return {
    runs: { names: run('names'), tales: run('tales') },
    race: METHOD_NAMES.filter(() => dice() < 0.5),
    draws: whole(2 ** 32 - 1),
    step: dice() < 0.5 ? null : whole(40),
    ...{ letter: whole(40), proof: whole(9), call: whole(40) },
    joint: dice() < 0.5 ? 'names' : 'tales',
    bins: {
      model: dice() < 0.5 ? 'names' : 'tales',
      seed: whole(99),
      set: dice() < 0.5 ? {} : { 2: 0.25 },
    },
    ratio: (1 + whole(9)) / 10,
    code: dice() < 0.5 ? {} : { lookup: 'return 1 + 1;\n// a=b&c', 'own-loop': '' },
  };
}

describe('the address', () => {
  test('says everything that was chosen: 300 made-up choices come back equal', () => {
    for (let seed = 0; seed < 300; seed++) {
      const choices = madeUp(seed);
      const { choices: back, problems } = parseAddress(`?${formatAddress(choices)}`);
      expect(problems).toEqual([]);
      expect(back).toEqual(choices);
    }
  });

  test('is empty for the page as it comes', () => {
    expect(formatAddress(DEFAULTS)).toBe('');
    expect(parseAddress('').choices).toEqual(DEFAULTS);
  });

  test('is short and readable for one turned dial', () => {
    const names = { ...DEFAULTS.runs.names, u: { 0: 0.41, 3: 0.9 } };
    const query = formatAddress({ ...DEFAULTS, runs: { ...DEFAULTS.runs, names } });
    expect(query).toBe('v=2&names.u=0=0.41,3=0.9');
  });

  test('carries what differs from the page, be it the default of the command line', () => {
    const runs = { names: defaultRun('names'), tales: defaultRun('tales') };
    const query = formatAddress({ ...DEFAULTS, runs });
    expect(query).toContain('names.seed=1&');
    expect(query).toContain('tales.prompt=&');
    expect(parseAddress(`?${query}`)).toEqual({ choices: { ...DEFAULTS, runs }, problems: [] });
  });

  test('links of version 1 mean what they said', () => {
    const { names, tales } = DEFAULTS.runs;
    // Everything is said.
    expect(
      parseAddress(
        '?v=1&names.method=o-ptp&names.seed=188&names.budget=16&names.u=0=0.41' +
          '&tales.method=pqd&tales.prompt=The+king+&tales.seed=3&tales.tokens=96&round=4',
      ),
    ).toEqual({
      choices: {
        ...DEFAULTS,
        runs: {
          names: { ...names, u: { 0: 0.41 } },
          tales: { ...tales, method: 'pqd', prompt: 'The king ' },
        },
        step: 3,
      },
      problems: [],
    });
    // What the command line has by default was left out: seed 1, no prompt.
    const short = parseAddress('?v=1&names.method=o-ptp&names.budget=16&tales.method=ar');
    expect(short.problems).toEqual([]);
    expect(short.choices.runs.names).toEqual({ ...names, seed: 1 });
    expect(short.choices.runs.tales).toEqual({ ...defaultRun('tales'), method: 'ar' });
  });

  test('what is left out is the default of the page', () => {
    const { tales } = DEFAULTS.runs;
    const sampling = { ...tales.sampling, temperature: 0 };
    for (const query of ['?tales.temperature=0', '?v=1&tales.temperature=0']) {
      expect(parseAddress(query).choices.runs.tales).toEqual({ ...tales, sampling });
    }
  });

  test.each([
    [
      'names.seed=-1',
      'names.seed: "-1"; allowed: a whole number from 0 to 4294967295; default used: 188.',
    ],
    ['names.seed=7&names.seed=8', 'names.seed: given 2 times; allowed: once; default used: 188.'],
    [
      'tales.temperature=9',
      'tales.temperature: "9"; allowed: a number from 0 to 5; default used: 0.7.',
    ],
    ['tales.draft=9', 'tales.draft: "9"; allowed: a whole number from 1 to 8; default used: 8.'],
    ['names.model=tales', 'names.model: "tales"; allowed: names; default used: names.'],
    ['names.heads=2', '"names.heads": no such parameter; it is left out.'],
    ['seed=2', '"seed": no such parameter; it is left out.'],
    ['round=0', 'round: "0"; allowed: a whole number from 1 to 96; default used: the last round.'],
    [
      'round=97',
      'round: "97"; allowed: a whole number from 1 to 96; default used: the last round.',
    ],
    ['letter=0', 'letter: "0"; allowed: a whole number from 1 to 16; default used: 1.'],
    ['call=x', 'call: "x"; allowed: a whole number from 1 to 96; default used: 2.'],
    ['joint=both', 'joint: "both"; allowed: names, tales; default used: names.'],
    [
      `code.lookup=${'x'.repeat(4001)}`,
      `code.lookup: "${'x'.repeat(40)}…"; allowed: at most 4000 characters; the chapter’s own code is shown.`,
    ],
    ['code.Constructor=1', '"code.Constructor": no such parameter; it is left out.'],
    ['ratio=2', 'ratio: "2"; allowed: a number above 0, up to 1; default used: 0.1.'],
    [
      'bins.seed=x',
      'bins.seed: "x"; allowed: a whole number from 0 to 4294967295; default used: 1.',
    ],
    ['draws=x', 'draws: "x"; allowed: a whole number from 0 to 4294967295; default used: 1.'],
    ['v=9&names.seed=7', 'v: "9"; allowed: 1, 2; defaults used for everything.'],
    ['v=2&v=1', 'v: given 2 times; allowed: once; defaults used for everything.'],
  ])('%s is the page as it comes, and a sentence', (query, sentence) => {
    const { choices, problems } = parseAddress(`?${query}`);
    expect(choices).toEqual(DEFAULTS);
    expect(problems.map(english)).toEqual([sentence]);
  });

  test('counts what cannot be read', () => {
    const { problems } = parseAddress('?names.seed=soon&names.u=0=2&round=x');
    expect(problems).toHaveLength(3);
    expect(problems.map(english)[1]).toMatch(/^names\.u: .*; default used: none\.$/);
    expect(noticeOf(problems, words)).toMatch(/^This link has 3 things that cannot be read/);
    expect(noticeOf(problems.slice(0, 1), panelWordsOf('de', 'problems'))).toBe(
      'Eine Angabe in diesem Link lässt sich nicht lesen. names.seed: „soon“; erlaubt: eine ganze Zahl von 0 bis 4294967295; Voreinstellung genommen: 188.',
    );
  });

  test('a race is a list of methods; what is none is named', () => {
    expect(parseAddress('?race=pqd,ar').choices.race).toEqual(['ar', 'pqd']);
    expect(parseAddress('?race=').choices.race).toEqual([]);
    const { choices, problems } = parseAddress('?race=ar,beam');
    expect(choices.race).toEqual(DEFAULTS.race);
    expect(problems.map(english)[0]).toMatch(
      /^race: "ar,beam"; allowed: methods with commas between, of ar, /,
    );
  });

  test('never throws, whatever the link says', () => {
    const pieces = ['names.u=', 'tales.method', '=%', '&', 'v=7', 'names.x=1', '🙂', 'round=-1'];
    for (let seed = 0; seed < 300; seed++) {
      const query = Array.from(
        { length: 6 },
        (_, k) => pieces[Math.floor(uniform(seed, k) * pieces.length)],
      ).join('');
      expect(parseAddress(`?${query}`).choices.runs.names.model).toBe('names');
    }
  });
});
