// A page's own worker. A worker that was made from a Blob has no address to look beside for the model's files:
// its name is the site's origin. Read next: desk.ts.

import { openDesk } from './desk';
import type { Ask, Tell } from './protocol';

const ask = openDesk(self.name)((message: Tell) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<Ask>) => ask(data));
