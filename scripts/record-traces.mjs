// Records the runs that the page shows before its models are loaded: `node scripts/record-traces.mjs`.
// Run it again after new weights or other defaults (components/notebook/defaults.ts).

import { importBundled, root } from './bundle.mjs';

const { record } = await importBundled('components/notebook/record.ts');
await record(root, process.argv.slice(2));
