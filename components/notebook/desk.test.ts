// Several pages at one desk, with tasks that only wait for their turn.

import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULTS } from './defaults';
import { openDesk } from './desk';
import { ModelShelf } from './model-shelf';
import type { Ask, Task, Tell } from './protocol';
import type { Turn } from './queue';

const done: Task[] = [];

vi.mock('./worker-tasks', () => ({
  async *perform(task: Task, _: unknown, turn: Turn) {
    for (let call = 0; call < 3; call++) {
      if (!(await turn())) return;
      yield { kind: 'end', index: call };
    }
    done.push(task);
  },
}));
const clear = vi.spyOn(ModelShelf.prototype, 'clear');

beforeEach(() => {
  done.length = 0;
  clear.mockClear();
});

const run = DEFAULTS.runs.names;
const ask = (id: number, seed: number): Ask => ({
  ...{ kind: 'task', id, rank: 0 },
  task: { kind: 'joint', run: { ...run, seed } },
});

function sit(join: ReturnType<typeof openDesk>) {
  const heard: Tell[] = [];
  return { heard, say: join((message) => heard.push(message)) };
}
const ends = (heard: readonly Tell[]) => heard.filter(({ kind }) => kind === 'done');

test('pages that number their tasks alike are answered each with their own', async () => {
  const join = openDesk('');
  const [one, other] = [sit(join), sit(join)];
  one.say(ask(1, 11));
  other.say(ask(1, 22));
  other.say({ kind: 'stop', id: 1 });
  await vi.waitFor(() => expect([...ends(one.heard), ...ends(other.heard)]).toHaveLength(2));
  expect(one.heard.filter(({ kind }) => kind === 'answer')).toHaveLength(3);
  // Only the page that stopped its task has lost it.
  expect(done).toMatchObject([{ run: { seed: 11 } }]);
});

test('a page that is hidden rests only when no other is looked at', async () => {
  const join = openDesk('');
  const [one, other] = [sit(join), sit(join)];
  one.say({ kind: 'rest', resting: true });
  one.say(ask(1, 11));
  await vi.waitFor(() => expect(ends(one.heard)).toHaveLength(1));
  other.say({ kind: 'rest', resting: true });
  other.say(ask(1, 22));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ends(other.heard)).toEqual([]);
  one.say({ kind: 'rest', resting: false });
  await vi.waitFor(() => expect(ends(other.heard)).toHaveLength(1));
});

test('the models go with the last page, once its tasks have stopped', async () => {
  const join = openDesk('');
  const [one, other] = [sit(join), sit(join)];
  one.say(ask(1, 11));
  one.say({ kind: 'leave' });
  await vi.waitFor(() => expect(ends(one.heard)).toHaveLength(1));
  expect(clear).not.toHaveBeenCalled();
  other.say(ask(1, 22));
  other.say({ kind: 'leave' });
  expect(clear).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(clear).toHaveBeenCalledOnce());
  expect(done).toEqual([]);
});
