// The one place on the page where models are loaded and run. Takes tasks, answers in pieces, stops when
// told to. Read next: worker-tasks.ts, which does them; client.ts, the other end.

import { Fault } from '@/gpu';
import { ModelShelf } from './model-shelf';
import { type Ask, modelOf, type Tell } from './protocol';
import { Queue } from './queue';
import { perform } from './worker-tasks';

/** A worker that was made from a Blob has no address to look beside: its name is the site's origin. */
const site = self.name;
const tell = (message: Tell) => postMessage(message);
const shelf = new ModelShelf(
  (model, status, config) => tell({ kind: 'model', model, status, config }),
  site,
);
const queue = new Queue();

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.kind === 'stop') queue.stop(data.id);
  else if (data.kind === 'rest') queue.resting = data.resting;
  else if (data.kind === 'download') shelf.allow(data.model, data.allowed);
  else void work(data);
});

async function work({ id, rank, task }: Extract<Ask, { kind: 'task' }>): Promise<void> {
  const turn = queue.enter(id, rank);
  try {
    for await (const answer of perform(task, shelf, turn)) tell({ kind: 'answer', id, answer });
    tell({ kind: 'done', id });
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    shelf.fail(modelOf(task), cause.message);
    tell({ kind: 'fault', id, reason: cause.message });
  } finally {
    queue.leave(id);
  }
}
