// One worker, and with it one GPU device and one copy of each model, for all embedded panels of a page that
// share an origin. Its name is the site's origin. Read next: notebook/desk.ts.

import { openDesk } from '../notebook/desk';
import type { Ask } from '../notebook/protocol';

const join = openDesk(self.name);

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  const ask = join((message) => port.postMessage(message));
  port.onmessage = ({ data }: MessageEvent<Ask>) => ask(data);
});
