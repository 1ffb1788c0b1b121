// POST: opens a room.

import { classroomNode, MAX_MESSAGE, openSchema, parse } from '@/classroom/server';
import { addressOf, answer, bodyOf, json } from './answer';

export const POST = (request: Request) =>
  answer(async () => {
    const { lesson, language } = parse(openSchema, await bodyOf(request, MAX_MESSAGE));
    const node = await classroomNode();
    return json(await node.open(lesson, language, addressOf(request)), 201);
  });
