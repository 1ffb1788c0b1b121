// The README's tables of results, made from the manifests: no figure is typed by hand.
//   node scripts/results.mjs          print them
//   node scripts/results.mjs --write  put them into README.md, between the two marks

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MARKS = ['<!-- results -->\n', '<!-- /results -->'];
const LABELS = {
  'o-ptp': 'O-PTP',
  'c-ptp': 'C-PTP',
  independent: 'independent',
  'exact marginals': 'exact marginals, what independence is trained towards',
};

/** README.md with fresh tables. */
export function withResults(readme) {
  const [begin, end] = MARKS.map((mark) => readme.indexOf(mark));
  if (begin < 0 || end < begin)
    throw new Error(`README.md: the marks ${MARKS.join(' … ')} are gone.`);
  return readme.slice(0, begin + MARKS[0].length) + results() + readme.slice(end);
}

/** The tables as Markdown. */
export function results() {
  return [names(manifest('names')), tales(manifest('tales'))].filter(Boolean).join('\n');
}

function manifest(name) {
  const file = new URL(`../public/model/${name}/manifest.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function names(found) {
  const words = found?.evaluation.words;
  if (!words) return '';
  const joint = found.evaluation.joint;
  const rows = Object.keys(LABELS).filter((method) => words[method]);
  return [
    `**names** (teacher ${fixed(found.evaluation.teacher.held_out_nats, 3)} nats a character, held out): one call from the start mark, uniform u.`,
    '',
    '| one call | leading characters right | whole names exact | steps trained | distance from the teacher, 2 and 3 characters |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((method) => {
      const { leading, whole } = words[method];
      const distance = ['2', '3'].map((length) => fixed(joint[length][method].distance, 3));
      return `| ${LABELS[method]} | ${fixed(leading, 2)} | ${percent(whole)} | ${steps(found, method)} | ${distance.join(', ')} |`;
    }),
    '',
  ].join('\n');
}

function tales(found) {
  const at = ['1.0', '0.7'].map((temperature) => found?.evaluation[temperature]);
  if (!at[0]) return '';
  const rows = Object.keys(LABELS).filter((method) => at[0][method]);
  const cells = (method) =>
    at.flatMap((part) => [part[method].accepted, part[method].accepted_unrelated_u]);
  const widest = (part) => part.pqd.map((run) => fixed(run.tokens_per_call, 2)).join(' / ');
  const budgets = at[0].pqd.map((run) => run.budget).join(' / ');
  return [
    `**tales** (teacher ${fixed(found.evaluation.teacher.held_out_nats, 3)} nats a character, held out): tokens per round of error correction (two calls), the corrected token counted.`,
    '',
    '| drafts by | T = 1 | T = 1, unrelated u | T = 0.7 | T = 0.7, unrelated u | steps trained |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (method) =>
        `| ${LABELS[method]} | ${cells(method)
          .map((value) => (value === undefined ? '–' : fixed(value, 2)))
          .join(' | ')} | ${steps(found, method)} |`,
    ),
    '',
    `Partial quadratic decoding with O-PTP, tokens per call with ${budgets} auxiliary rows: T = 1 ${widest(at[0])}; T = 0.7 ${widest(at[1])}. One at a time is 1.`,
    '',
    `Pairs that the teacher almost never writes, on the eight held-out contexts of sixty whose next two characters share most information: ${impossible(found)}.`,
    '',
  ].join('\n');
}

const impossible = (found) =>
  Object.entries(found.evaluation.joint['2'])
    .map(
      ([method, figures]) =>
        `${LABELS[method]?.split(',')[0] ?? method} ${percent(figures.impossible)}`,
    )
    .join(', ');
const fixed = (value, digits) => value.toFixed(digits);
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const steps = (found, method) => stepsOf(found.files[method]?.trained)?.toLocaleString('en') ?? '–';
const stepsOf = (trained) => trained && trained.steps + (stepsOf(trained.after) ?? 0);

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--write')) {
    const file = new URL('../README.md', import.meta.url);
    writeFileSync(file, withResults(readFileSync(file, 'utf8')));
  } else console.log(results());
}
