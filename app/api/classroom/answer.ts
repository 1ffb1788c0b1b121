// HTTP round the classroom node: who asks, how much may come in, and every refusal as a sentence.

import { RoomFault, STATUS } from '@/classroom/server';

export type Place = Readonly<{ params: Promise<Readonly<{ code: string }>> }>;

/** Runs a handler; a RoomFault becomes its status and `{ error: { code, sentence } }`. */
export async function answer(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (cause) {
    if (!(cause instanceof RoomFault)) throw cause;
    const { code, message } = cause;
    return json({ error: { code, sentence: message } }, STATUS[code]);
  }
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** The token of a request: `Authorization: Bearer …`, so that it is in no address and in no log. */
export function tokenOf(request: Request): string {
  const [, token] = /^Bearer (\S{1,2000})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (token === undefined) {
    throw new RoomFault('no-claim', 'Nothing says who asks. Join with the code first.');
  }
  return token;
}

/** The device of a request: 128 bits that a page makes up for itself. */
export function deviceOf(request: Request): string {
  const device = request.headers.get('x-device') ?? '';
  if (!/^[0-9a-f]{32}$/.test(device)) {
    throw new RoomFault('bad-message', 'x-device: must be 32 hexadecimal digits.');
  }
  return device;
}

/** Where a request comes from, as far as the proxy in front says it. */
export function addressOf(request: Request): string {
  const behind = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return behind || 'direct';
}

/** The body as JSON, read no further than `most` bytes. Throws RoomFault 'too-large' or 'bad-message'. */
export async function bodyOf(request: Request, most: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) {
      throw new RoomFault(
        'too-large',
        `The message is longer than ${most.toLocaleString('en')} bytes.`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new RoomFault('bad-message', 'The message is no JSON.', { cause });
  }
}
