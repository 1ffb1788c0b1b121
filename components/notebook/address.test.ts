import { describe, expect, test } from 'vitest';
import { type ModelName, type RunSpec, uniform } from '@/gpu';
import { formatAddress, noticeOf, parseAddress } from './address';
import { DEFAULTS } from './defaults';
import type { Choices } from './state';

/** Choices made up from a seed: every field takes unusual values too. */
function madeUp(seed: number): Choices {
  let count = 0;
  const dice = () => uniform(seed, count++);
  const whole = (most: number) => Math.floor(dice() * (most + 1));
  const run = (model: ModelName): RunSpec => ({
    model,
    method: (['ar', 'independent', 'o-ptp', 'c-ptp', 'pqd'] as const)[whole(4)] ?? 'ar',
    prompt: ['', 'anna', 'Once, “🙂”\n', 'a=b&c,d%2C?#'][whole(3)] ?? '',
    seed: whole(2 ** 32 - 1),
    u: Object.fromEntries(
      Array.from({ length: whole(4) }, (_, k) => [k * 2, Math.floor(dice() * 10000) / 10000]),
    ),
    sampling: { temperature: whole(20) / 10, topK: whole(9), topP: (1 + whole(9)) / 10 },
    tokens: 1 + whole(200),
    draft: 1 + whole(7),
    budget: 1 + whole(90),
    freshU: dice() < 0.5,
  });
  return {
    runs: { names: run('names'), tales: run('tales') },
    draws: whole(2 ** 32 - 1),
    step: dice() < 0.5 ? null : whole(40),
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
    expect(query).toContain('names.u=0=0.41,3=0.9');
    expect(query.length).toBeLessThan(80);
  });

  test('names the parameter that cannot be read and uses its default', () => {
    const { choices, problems } = parseAddress('?v=1&names.seed=soon&tales.temperature=9&round=x');
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('names.seed');
    expect(problems[1]).toContain('tales.temperature');
    expect(problems[2]).toContain('round');
    expect(choices.step).toBeNull();
    expect(noticeOf(problems)).toMatch(/^This link has 3 things that cannot be read/);
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
