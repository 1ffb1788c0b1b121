// `npm run --silent decode -- ...`: the command itself is gpu/cli/decode.ts.

import { importBundled, root } from './bundle.mjs';

const { main } = await importBundled('gpu/cli/decode.ts');
process.exitCode = await main(process.argv.slice(2), root);
