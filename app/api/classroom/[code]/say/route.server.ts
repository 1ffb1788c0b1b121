// POST: a message of somebody who is in the room.

import { classroomNode, MAX_FIGURE, MAX_MESSAGE, messageSchema, parse } from '@/classroom/server';
import { answer, bodyOf, tokenOf } from '../../answer';

export const POST = (request: Request) =>
  answer(async () => {
    const token = tokenOf(request);
    const node = await classroomNode();
    const most = (await node.roleOf(token)) === 'teacher' ? MAX_FIGURE : MAX_MESSAGE;
    await node.say(token, parse(messageSchema, await bodyOf(request, most)));
    return new Response(null, { status: 204 });
  });
