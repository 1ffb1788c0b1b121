// GET: the room as its asker may see it, for those whose network lets no stream through.

import { classroomNode } from '@/classroom/server';
import { answer, deviceOf, json, tokenOf } from '../../answer';

export const GET = (request: Request) =>
  answer(async () => {
    const node = await classroomNode();
    return json(await node.view(tokenOf(request), deviceOf(request)));
  });
