// The frame's end of the port to its host. Messages: packages/foretoken-embed/src/protocol.ts.

import {
  type CallName,
  type Calls,
  type Connect,
  type Happening,
  PROTOCOL,
  type Request,
} from '@/packages/foretoken-embed/src/protocol';

/** What a call gives, or a sentence about why it gives nothing. */
export type Answer<Name extends CallName> =
  | Readonly<{ value: Calls[Name]['value'] }>
  | Readonly<{ fault: string }>;

export type FrameEnd = Readonly<{
  /** What the host hears first. */
  first: () => Happening;
  /** What the frame does for each call; what is given comes from a stranger. A rejection is told as a fault. */
  handlers: { readonly [Name in CallName]: (given: unknown) => Promise<Answer<Name>> };
  /** A sentence about a call that is not there. */
  unknown: (call: string, allowed: string) => string;
}>;

/**
 * Waits for the one port of this frame, which only its parent may give.
 * @returns tells the host what happens; nobody before it is connected
 */
export function openPort({ first, handlers, unknown }: FrameEnd): (happening: Happening) => void {
  let port: MessagePort | undefined;

  async function hear({ data }: MessageEvent<Partial<Request> | null>) {
    if (typeof data?.id !== 'number') return;
    const { id, call } = data;
    const answer = await answerTo(String(call), data.with);
    port?.postMessage({ id, ...answer });
    if (call === 'destroy') port?.close();
  }

  async function answerTo(call: string, given: unknown): Promise<Answer<CallName>> {
    if (!isCall(call)) return { fault: unknown(call, Object.keys(handlers).join(', ')) };
    try {
      return await handlers[call](given);
    } catch (cause) {
      return { fault: String(cause) };
    }
  }

  function isCall(call: string): call is CallName {
    return Object.hasOwn(handlers, call);
  }

  addEventListener('message', ({ data, source, ports }: MessageEvent<Partial<Connect> | null>) => {
    const [given] = ports;
    if (port || !given || source !== parent) return;
    if (data?.foretoken !== PROTOCOL || data.connect !== true) return;
    port = given;
    port.onmessage = hear;
    port.postMessage(first());
  });
  return (happening) => port?.postMessage(happening);
}
