// Runs before the first paint, so that no other theme or colour flashes up. Everything else: boot.ts.

import { showLook } from './look';
import { parseFrame } from './parameters';

showLook(parseFrame(location.search).look);
