// GET: what the class answered, as a CSV file, for its teacher.

import { classroomNode } from '@/classroom/server';
import { answer, tokenOf } from '../../answer';

export const GET = (request: Request) =>
  answer(async () => {
    const node = await classroomNode();
    const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' };
    return new Response(await node.results(tokenOf(request)), { headers });
  });
