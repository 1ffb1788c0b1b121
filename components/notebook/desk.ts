// The one place where models are loaded and run: takes tasks of one page or several, answers in pieces, stops
// when told to. Read next: worker-tasks.ts, which does them; client.ts, the other end.

import { Fault, type ModelName, told } from '@/gpu';
import { ModelShelf } from './model-shelf';
import { type Ask, modelOf, type Tell } from './protocol';
import { Queue } from './queue';
import { perform } from './worker-tasks';

type Page = {
  readonly tell: (message: Tell) => void;
  /** Its own number of each task that is under way, and the queue's. */
  readonly tasks: Map<number, number>;
  resting: boolean;
};

/** @param tell what the page hears; @returns what it asks goes there */
export type Join = (tell: Page['tell']) => (ask: Ask) => void;

/** @param origin where the site is; empty for the worker's own */
export function openDesk(origin: string): Join {
  const pages = new Set<Page>();
  const queue = new Queue();
  const news = new Map<ModelName, Tell>();
  let count = 0;
  const shelf = new ModelShelf((model, status, config) => {
    const told: Tell = { kind: 'model', model, status, config };
    news.set(model, told);
    for (const page of pages) page.tell(told);
  }, origin);

  async function work(page: Page, { id, rank, task }: Extract<Ask, { kind: 'task' }>) {
    count += 1;
    const place = count;
    page.tasks.set(id, place);
    const turn = queue.enter(place, rank);
    try {
      for await (const answer of perform(task, shelf, turn)) {
        page.tell({ kind: 'answer', id, answer });
      }
      page.tell({ kind: 'done', id });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      const fault = told(cause);
      shelf.fail(modelOf(task), fault);
      page.tell({ kind: 'fault', id, fault });
    } finally {
      queue.leave(place);
      page.tasks.delete(id);
      clearIfLeft(page);
    }
  }

  function stop(page: Page, id: number) {
    const place = page.tasks.get(id);
    if (place !== undefined) queue.stop(place);
  }

  function leave(page: Page) {
    pages.delete(page);
    for (const id of page.tasks.keys()) stop(page, id);
    rest();
    clearIfLeft(page);
  }

  /** The models go with the last page, once its tasks have stopped. */
  function clearIfLeft({ tasks }: Page) {
    if (pages.size > 0 || tasks.size > 0) return;
    shelf.clear();
    news.clear();
  }

  function rest() {
    queue.resting = [...pages].every(({ resting }) => resting);
  }

  return (tell) => {
    const page: Page = { tell, tasks: new Map(), resting: false };
    pages.add(page);
    rest();
    for (const told of news.values()) tell(told);
    return (ask) => {
      switch (ask.kind) {
        case 'task':
          void work(page, ask);
          return;
        case 'stop':
          stop(page, ask.id);
          return;
        case 'download':
          shelf.allow(ask.model, ask.allowed);
          return;
        case 'rest':
          page.resting = ask.resting;
          rest();
          return;
        case 'leave':
          leave(page);
          return;
        default:
          ask satisfies never;
      }
    };
  };
}
