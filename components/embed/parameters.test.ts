import { expect, test } from 'vitest';
import { type Problem, problemSentence } from '@/gpu';
import { panelWordsOf } from '../i18n/catalogue';
import { LOCALES } from '../i18n/locales';
import { sayWith } from '../i18n/words';
import { formatAddress, noticeOf, parseAddress } from '../notebook/address';
import { DEFAULTS } from '../notebook/defaults';
import links from './links.json';
import { frameParameters, MAX_QUERY_BYTES, parseFrame } from './parameters';
import { strangeQueries } from './strange-queries';

const PLAIN = parseFrame('').look;
const words = panelWordsOf('en', 'problems');
const english = (problem: Problem) => problemSentence(problem, sayWith(words));

test('a frame’s address says how it looks; the rest is the notebook’s', () => {
  const query = 'v=2&theme=dark&names.seed=9&lang=en&accent=0069A8&autostart&cursor=4&round=2';
  const { look, query: rest, problems } = parseFrame(`?${query}`);
  expect(look).toEqual({
    ...{ theme: 'dark', lang: 'en', accent: '#0069a8', autostart: true, cursor: 4 },
  });
  expect(rest).toBe('v=2&names.seed=9&round=2');
  expect(parseAddress(rest).problems).toEqual([]);
  expect(problems).toEqual([]);
  expect(frameParameters(query).toString()).toBe(
    'theme=dark&lang=en&accent=0069A8&autostart=&cursor=4',
  );
});

test.each([
  ['theme=black', 'theme', '"black"'],
  ['theme=dark&theme=light', 'theme', 'given 2 times'],
  ['lang=zz', 'lang', '"zz"'],
  ['accent=red', 'accent', '"red"'],
  ['accent=%23fff', 'accent', '"#fff"'],
  ['autostart=constructor', 'autostart', '"constructor"'],
  ['cursor=0', 'cursor', '"0"'],
  ['cursor=257', 'cursor', '"257"'],
  ['cursor=', 'cursor', 'nothing'],
])('%s is named, and the default used', (query, name, found) => {
  const { look, problems } = parseFrame(query);
  expect(problems).toHaveLength(1);
  expect(problems.map(english)[0]).toContain(`${name}: ${found}; allowed: `);
  expect(look).toEqual(PLAIN);
});

test('an address that is too long counts as empty, and its length is named', () => {
  const long = `theme=dark&tales.prompt=${'é'.repeat(MAX_QUERY_BYTES / 2)}`;
  const { look, query, problems } = parseFrame(long);
  expect({ look, query }).toEqual({ look: PLAIN, query: '' });
  const { length } = new TextEncoder().encode(long);
  expect(problems.map(english)[0]).toContain(`address: ${length} bytes; allowed: `);
  const fits = `theme=dark&names.prompt=${'a'.repeat(MAX_QUERY_BYTES - 24)}`;
  expect(parseFrame(fits).problems).toEqual([]);
});

test.each(links)('the old link $query keeps its meaning', ({ query, look, means }) => {
  const frame = parseFrame(query);
  const { choices, problems } = parseAddress(frame.query);
  expect([...frame.problems, ...problems]).toEqual([]);
  expect(frame.look).toEqual({ ...PLAIN, ...look });
  expect(formatAddress(choices)).toBe(means);
});

test('ten thousand strange queries: nothing throws, and nothing but what is allowed gets through', () => {
  for (const query of strangeQueries(10_000)) {
    const { look, query: rest, problems } = parseFrame(query);
    expect(['light', 'dark', 'auto']).toContain(look.theme);
    expect([null, ...LOCALES]).toContain(look.lang);
    expect(look.accent ?? '#000000').toMatch(/^#[0-9a-f]{6}$/);
    expect(typeof look.autostart).toBe('boolean');
    expect(look.cursor === null || (look.cursor >= 1 && look.cursor <= 256)).toBe(true);
    for (const problem of problems) expect(english(problem).length).toBeLessThan(140);
    // The query goes into a link: nothing in it may end an attribute or an address.
    expect(rest).not.toMatch(/[<>"'\s#]/);
    const read = parseAddress(rest);
    expect(noticeOf(read.problems, words) === '').toBe(read.problems.length === 0);
    // What was understood can be said again, and means the same.
    expect(parseAddress(formatAddress(read.choices))).toEqual({
      choices: read.choices,
      problems: [],
    });
  }
});

test('strange queries are strange: most are refused something, some are understood', () => {
  const all = [...strangeQueries(1000)].map((query) => parseFrame(query));
  const read = all.map(({ query }) => parseAddress(query));
  expect(all.filter(({ problems }) => problems.length > 0).length).toBeGreaterThan(100);
  expect(read.filter(({ problems }) => problems.length > 0).length).toBeGreaterThan(100);
  expect(
    read.filter(({ choices }) => choices.runs.names.seed !== DEFAULTS.runs.names.seed).length,
  ).toBeGreaterThan(2);
});
