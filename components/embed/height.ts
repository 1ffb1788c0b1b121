// Tells the host how high the frame's content is, in the dialects that hosts speak.

import { type HeightMessage, PROTOCOL } from '@/packages/foretoken-embed/src/protocol';

/** WordPress appends `#?secret=…` to the addresses that it embeds, and hears nobody who does not repeat it. */
const SECRET = /[?&]secret=([0-9A-Za-z]+)/;

/**
 * Calls `tell` with the height of the content, CSS pixels, now and after every change. The content's height
 * follows from the frame's width alone (nothing in it is measured in vh), so a host that obeys cannot make it grow.
 */
export function watchHeight(tell: (height: number) => void): void {
  let told = 0;
  const watch = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell(height);
  });
  watch.observe(document.body);
}

/** Every message that says this height to some host's script. */
export function heightMessages(height: number, hash: string): readonly object[] {
  const own: HeightMessage = { foretoken: PROTOCOL, event: 'height', height };
  const learningTools = { subject: 'lti.frameResize', height };
  const secret = SECRET.exec(hash)?.[1];
  const wordPress = secret ? [{ message: 'height', value: height, secret }] : [];
  return [own, learningTools, ...wordPress];
}
