// The README's tables of results, made from the manifests and from the kept result of `npm run bench`: no
// figure is typed by hand.
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

/** Where `npm run bench -- --write` keeps its result. */
export const BENCH_RESULT = 'gpu/bench/results.json';

/** Where `npm run load -- --write` keeps its result. */
export const LOAD_RESULT = 'classroom/load.json';

/** Where `npm run lighthouse -- --write` keeps its result. */
export const LIGHTHOUSE_RESULT = 'scripts/lighthouse.json';

/** The tables as Markdown. */
export function results() {
  const parts = [
    ...[names(manifest('names')), tales(manifest('tales'))],
    ...[speed(read(BENCH_RESULT)), loading(read(LIGHTHOUSE_RESULT))],
    classroom(read(LOAD_RESULT)),
  ];
  return parts.filter(Boolean).join('\n');
}

/** Writes them into README.md. */
export function writeResults() {
  const file = new URL('../README.md', import.meta.url);
  writeFileSync(file, withResults(readFileSync(file, 'utf8')));
}

const manifest = (name) => read(`public/model/${name}/manifest.json`);

function read(path) {
  const file = new URL(`../${path}`, import.meta.url);
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

/** @param found a Result of gpu/bench/main.ts, from a run in Chromium */
export function speed(found) {
  if (!found) return '';
  const versions = Object.entries(found.versions).map(([name, version]) => `${name} ${version}`);
  const calls = ['1 row', '16 rows', 'PQD'];
  const engines = [...new Set(found.calls.map(({ engine }) => engine))];
  const timed = (engine, call) =>
    found.calls.find((one) => one.model === 'tales' && one.engine === engine && one.call === call);
  const rows = engines.map((engine) => {
    const start = found.starts.find((one) => one.engine === engine);
    const { dispatches, submits } = timed(engine, '16 rows') ?? {};
    return [
      engine,
      ...calls.map((call) => times(timed(engine, call)?.ms)),
      times(start?.ms),
      start ? megabytes(start.compressed) : '–',
      dispatches ? `${dispatches}, ${submits}` : '–',
    ];
  });
  const [gpu, cpu] = ['webgpu', 'cpu'].map((kind) =>
    found.engines
      .find((one) => one.kind === kind)
      ?.methods.filter(({ model }) => model === 'tales'),
  );
  const methods = gpu.map((cost, index) => [
    cost.method,
    fixed(cost.tokensPerCall, 2),
    fixed(cost.rowsPerCall, 1),
    ...[cost, cpu[index]].map((of) => `${times(of.msPerToken)}; ${fixed(of.againstAr.median, 2)}`),
    `${fixed(cost.againstChained.median, 2)}`,
  ]);
  const pqd = found.calls.find(({ model, call }) => model === 'tales' && call === 'PQD')?.rows;
  return [
    `**Speed** of tales by \`${found.command}\`, ${found.date}: ${found.machine}; ${found.adapter}; ${versions.join(', ')}. Milliseconds, median (least) of ${found.rounds} interleaved rounds, behind a full window, on the same weights; onnxruntime-web on WebGPU in the fastest of ${found.trials.length} ways tried.`,
    '',
    ...table(
      [
        '',
        '1 row',
        '16 rows',
        `PQD, ${pqd} rows`,
        'empty page to first token',
        'sent, with brotli',
        'dispatches, submits',
      ],
      rows,
    ),
    '',
    ...table(
      [
        'tales by',
        'tokens a call',
        'rows a call',
        'ms a token on WebGPU; against ar',
        'on WASM; against ar',
        'on WebGPU against chained',
      ],
      methods,
    ),
    '',
    ...found.remarks.map((remark) => `${remark}`),
    '',
  ].join('\n');
}

/** @param found what `npm run load` measured */
export function classroom(found) {
  if (!found) return '';
  const { large, many } = found;
  const ms = ({ p50, p95 }) => `${p50} ms, ${p95} ms`;
  const rows = [
    ['from a step to every screen', ms(large.step), ms(many.step)],
    ['the same after one of the two nodes was killed', ms(large.stepAfter), '–'],
    ['from “Join” to the first scene', ms(large.join), ms(many.join)],
  ];
  return [
    `**Classrooms** by \`npm run load\`, ${found.date}: ${found.machine}, shared by servers, Redis and all students; load of the machine before it began: ${found.busyBefore}. Median and 95th percentile of ${found.steps} steps, a second apart in every room.`,
    '',
    ...table(
      [
        '',
        `${large.people} students in one room, two nodes with Redis`,
        `${many.rooms} rooms of ${many.each}, one node`,
      ],
      rows,
    ),
    '',
    `Every answer was sent twice: ${large.answers} of ${large.people} counted, once each. One node killed in mid-lesson: its ${large.lost} students were back on the other after ${(large.backMs / 1000).toFixed(1)} s, and ${large.answersAfter} of ${large.people} newer answers counted; ${large.here} were shown as here. Memory of both nodes together: ${large.kBPerStudent} kB a student.`,
    '',
  ].join('\n');
}

/** What a phone sees of the site, as `npm run lighthouse` found it; null is what could not be measured. */
export function loading(found) {
  if (!found) return '';
  const ms = (value) => (value === null ? '–' : `${value.toFixed(0)} ms`);
  const rows = found.rows.map(({ path, lcpMs, panelMs, shift, scriptKB, scores }) => [
    ...[path, ms(lcpMs), ms(panelMs), shift.toFixed(3), `${scriptKB.toFixed(0)} kB`],
    scores.map((score) => score ?? '–').join(', '),
  ]);
  return [
    `**Loading** by \`npm run lighthouse -- --write\`, ${found.date}: ${found.machine}, Chromium ${found.chromium}, ${found.benchmark} by Lighthouse’s own benchmark; load of the machine before it began: ${found.busyBefore}. ${found.mbit} Mbit/s, ${found.rttMs} ms there and back, processor slowed ${found.slowdown} times: medians of ${found.loads} loads that were really held back so; the scores are Lighthouse’s, which reckons them.`,
    '',
    ...table(
      [
        ...['page', 'largest paint', 'first panel answers', 'layout shift', 'script'],
        'performance, accessibility, best practices, SEO',
      ],
      rows,
    ),
    '',
  ].join('\n');
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const times = (of) => (of ? `${short(of.median)} (${short(of.min)})` : '–');
const short = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const megabytes = (bytes) => `${fixed(bytes / 1e6, 2)} MB`;
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
  if (process.argv.includes('--write')) writeResults();
  else console.log(results());
}
