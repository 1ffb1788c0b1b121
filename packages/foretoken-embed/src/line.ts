// Calls over a MessagePort: each has an id, one reply and a time-out. Knows neither frames nor elements.

import type { CallName, Calls, Happening, Reply } from './protocol';

/** What a widget could not do, as a sentence. */
export class WidgetFault extends Error {
  override readonly name = 'WidgetFault';
}

export type Line = Readonly<{
  /** Rejects with a WidgetFault: what the frame refused, or that it did not answer in time. */
  call: <Name extends CallName>(
    name: Name,
    argument?: Calls[Name]['with'],
  ) => Promise<Calls[Name]['value']>;
  /** Every call that still waits is rejected with this sentence. */
  close: (sentence: string) => void;
}>;

type Waiting = Readonly<{
  resolve: (value: never) => void;
  reject: (fault: WidgetFault) => void;
  timer: ReturnType<typeof setTimeout>;
}>;

/** @param limitMs how long a call may go unanswered */
export function openLine(
  port: MessagePort,
  hear: (happening: Happening) => void,
  limitMs: number,
): Line {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closed: string | undefined;

  port.onmessage = ({ data }: MessageEvent<Reply | Happening>) => {
    if ('event' in data) return hear(data);
    const call = waiting.get(data.id);
    if (!call) return;
    waiting.delete(data.id);
    clearTimeout(call.timer);
    if ('fault' in data) call.reject(new WidgetFault(data.fault));
    else call.resolve(data.value as never);
  };

  return {
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        if (closed !== undefined) return reject(new WidgetFault(closed));
        const id = ++last;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new WidgetFault(`${name}: no answer within ${limitMs / 1000} seconds.`));
        }, limitMs);
        waiting.set(id, { resolve, reject, timer });
        port.postMessage({ id, call: name, with: argument });
      }),
    close(sentence) {
      closed = sentence;
      for (const { reject, timer } of waiting.values()) {
        clearTimeout(timer);
        reject(new WidgetFault(sentence));
      }
      waiting.clear();
      port.close();
    },
  };
}
