import { expect, test } from 'vitest';
import { Queue } from './queue';

test('a task of a smaller rank goes first, the other waits between its calls', async () => {
  const queue = new Queue();
  const order: string[] = [];
  async function work(name: string, id: number, rank: number, calls: number) {
    const turn = queue.enter(id, rank);
    for (let call = 0; call < calls && (await turn()); call++) order.push(name);
    queue.leave(id);
  }
  const slow = work('square', 1, 2, 4);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const before = order.length;
  const urgent = work('dial', 2, 0, 3);
  await Promise.all([slow, urgent]);
  expect(order.slice(before).join(' ')).toMatch(/^(square )?dial dial dial/);
  expect(order.filter((name) => name === 'square')).toHaveLength(4);
});

test('a stopped task leaves at its next turn', async () => {
  const queue = new Queue();
  const turn = queue.enter(1, 0);
  expect(await turn()).toBe(true);
  queue.stop(1);
  expect(await turn()).toBe(false);
});

test('while the page rests nothing goes on; a task that is stopped leaves all the same', async () => {
  const queue = new Queue();
  const [first, second] = [queue.enter(1, 0), queue.enter(2, 0)];
  queue.resting = true;
  const [turn, other] = [first(), second()];
  queue.stop(2);
  expect(await other).toBe(false);
  const early = await Promise.race([
    turn,
    new Promise((resolve) => setTimeout(resolve, 30, 'rests')),
  ]);
  expect(early).toBe('rests');
  queue.resting = false;
  expect(await turn).toBe(true);
});
