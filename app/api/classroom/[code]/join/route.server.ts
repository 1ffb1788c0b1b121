// POST: lets a student in.

import { classroomNode, joinSchema, MAX_MESSAGE, parse } from '@/classroom/server';
import { addressOf, answer, bodyOf, json, type Place } from '../../answer';

export const POST = (request: Request, { params }: Place) =>
  answer(async () => {
    const { alias } = parse(joinSchema, await bodyOf(request, MAX_MESSAGE));
    const node = await classroomNode();
    const { code } = await params;
    return json({ token: await node.join(code, alias, addressOf(request)) }, 201);
  });
