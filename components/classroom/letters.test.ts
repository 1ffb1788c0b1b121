import { expect, test } from 'vitest';
import { uniform } from '@/gpu';
import { teamsOf } from './figures';
import { countLetters } from './letters';

const cdf = [0, 0.5, 0.75, 1];

test('numbers are counted in the bins they fall into, and bins of no width stay empty', () => {
  const { counts, probabilities, distance } = countLetters(cdf, [0, 0.49, 0.5, 0.99]);
  expect(counts).toEqual([0, 2, 1, 1]);
  expect(probabilities).toEqual([0, 0.5, 0.25, 0.25]);
  expect(distance).toBe(0);
});

test('without numbers there is no distance', () => {
  expect(countLetters(cdf, []).distance).toBeNull();
});

test('a class of two hundred that throws fills the bins towards the distribution', () => {
  const throws = (count: number) => Array.from({ length: count }, (_, k) => uniform(7, k));
  const apart = (count: number) => countLetters(cdf, throws(count)).distance ?? 1;
  expect(apart(200)).toBeLessThan(0.1);
  expect(apart(20_000)).toBeLessThan(apart(20));
});

test('teams are made in the order in which people came, of those who have a number', () => {
  const people = ['a', 'b', 'c', 'd'].map((person) => ({
    ...{ person, alias: '', here: true, where: null },
  }));
  const answers = Object.fromEntries(
    ['d', 'a', 'c'].map((person, k) => [person, { u: k / 10, by: 'hand' as const }]),
  );
  expect(teamsOf(people, answers, 2).map((team) => team.people)).toEqual([['a', 'c'], ['d']]);
  const [first, second] = teamsOf(people, answers, 2);
  expect(first?.u).toEqual([0.1, 0.2]);
  expect(second?.u).toEqual([0, uniform(2513, 1)]);
  expect(teamsOf(people, answers, 8)[0]?.u).toHaveLength(16);
});
