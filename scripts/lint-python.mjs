// Python style: ruff's rules and format, from its WebAssembly build, so that no Python tool is needed.
//   node scripts/lint-python.mjs          check training/
//   node scripts/lint-python.mjs --write  format it

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';

const settings = {
  'line-length': 100,
  'target-version': 'py311',
  lint: {
    select: ['E4', 'E7', 'E9', 'F', 'I', 'B', 'UP', 'N', 'RET'],
    ignore: ['B905', 'E731', 'N812'],
  },
};
const workspace = new Workspace(settings, PositionEncoding.Utf32);
const write = process.argv.includes('--write');
let problems = 0;

for (const name of readdirSync('training').filter((file) => file.endsWith('.py'))) {
  const file = `training/${name}`;
  const source = readFileSync(file, 'utf8');
  const formatted = workspace.format(source);
  if (write) writeFileSync(file, formatted);
  else if (formatted !== source) report(`${file}: not formatted; run npm run fix`);
  for (const { start_location: at, code, message } of workspace.check(formatted)) {
    report(`${file}:${at.row}:${at.column} ${code} ${message}`);
  }
}
process.exitCode = problems ? 1 : 0;

function report(text) {
  problems++;
  console.error(text);
}
