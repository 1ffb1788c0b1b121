// GET: server-sent events. First the whole view, then the parts of it that change.

import { classroomNode } from '@/classroom/server';
import { answer, deviceOf, tokenOf } from '../../answer';

/** A comment now and then, so that a line that is dead is noticed at both ends, ms. */
const HEARTBEAT_MS = 15_000;

export const GET = (request: Request) =>
  answer(async () => {
    const node = await classroomNode();
    const [token, device] = [tokenOf(request), deviceOf(request)];
    const { readable, send, close } = channel();
    const leave = await node.listen(token, device, (parts) => send(`data: ${parts}\n\n`));
    const beat = setInterval(() => send(': here\n\n'), HEARTBEAT_MS);
    const end = () => {
      clearInterval(beat);
      leave();
      close();
    };
    if (request.signal.aborted) end();
    else request.signal.addEventListener('abort', end, { once: true });
    return new Response(readable, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no', // nginx would collect it
      },
    });
  });

/** Text that is read while it is still being written; what comes after the end is dropped. */
function channel() {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
    },
    cancel: () => {
      controller = undefined;
    },
  });
  return {
    readable,
    send: (text: string) => controller?.enqueue(encoder.encode(text)),
    close: () => {
      controller?.close();
      controller = undefined;
    },
  };
}
