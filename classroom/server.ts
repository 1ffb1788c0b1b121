// The server's door: the one classroom node of this process. Notes and answers are behind it, so pages do
// not come in here; their door is index.ts.

import { resolve } from 'node:path';
import { MemoryLog } from './memory-log';
import { ClassroomNode } from './node';

export { RoomFault, STATUS } from './fault';
export { LANGUAGES, type Language } from './lesson';
export { LESSON_IDS, lessonOf, lessonsIn } from './lessons';
export { MAX_FIGURE, MAX_MESSAGE } from './limits';
export { joinSchema, messageSchema, openSchema, parse } from './messages';
export { ClassroomNode } from './node';

const PLACE = Symbol.for('foretoken.classroom');
type Global = { [PLACE]?: Promise<ClassroomNode> };

/** The node of this process: in memory, or with Redis where REDIS_URL says so. */
export function classroomNode(): Promise<ClassroomNode> {
  // Every route is a module of its own; they share what hangs on the global object.
  const shared = globalThis as Global;
  shared[PLACE] ??= start();
  return shared[PLACE];
}

async function start(): Promise<ClassroomNode> {
  const url = process.env.REDIS_URL;
  if (!url) {
    const keyFile = process.env.CLASSROOM_KEY_FILE ?? '.classroom-key';
    return new ClassroomNode(
      new MemoryLog(resolve(/* turbopackIgnore: true */ process.cwd(), keyFile)),
    );
  }
  const { RedisLog } = await import('./redis-log');
  return new ClassroomNode(await RedisLog.connect(url));
}
