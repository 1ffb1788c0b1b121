// `npm run bench`: times the decoders on this machine. The benchmark itself is gpu/cli/bench.ts.

import { importBundled, root } from './bundle.mjs';

const { main } = await importBundled('gpu/cli/bench.ts');
await main(process.argv.slice(2), root);
