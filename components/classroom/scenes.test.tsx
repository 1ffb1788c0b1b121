// The lesson's screens as markup, with what the real names model writes from a class of ten.

import { readdir, readFile } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { FIRST_DRIVE, type PublicScene, type View } from '@/classroom';
import {
  decode,
  leastProbabilities,
  loadModel,
  type Model,
  type Trace,
  uniform,
  writeTogether,
} from '@/gpu';
import { panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { recordedState } from '../notebook/recorded';
import { withMethod } from '../notebook/state';
import { CLASS_WORDS } from './class-words';
import {
  CLASS_RUN,
  COHERENT,
  type DiceFigure,
  type PanelFigure,
  parseFigure,
  teamsOf,
  writeFigure,
} from './figures';
import { PanelPicture } from './PanelPicture';
import { SceneFigure } from './SceneFigure';
import { NOTEBOOK, StudentScene } from './StudentScene';
import { figureOf } from './use-together';

const messages = panelMessages('en', ['ui', ...CLASS_WORDS.teacher]);
const markup = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      {element}
    </PanelWords>,
  );

const people = Array.from({ length: 10 }, (_, k) => ({
  ...{ person: `p${k}`, alias: `Red Kite ${k + 1}`, here: true, where: null },
}));
const answers = Object.fromEntries(
  people.map(({ person }, k) => [person, { u: uniform(3, k), by: 'chance' as const }]),
);
let model: Model;

beforeAll(async () => {
  const fetchFile = async (path: string) =>
    new Uint8Array(await readFile(`public/model/${path}`)).buffer;
  model = await loadModel('names', { fetchFile, engine: 'cpu' });
});

const scene = (show: PublicScene['show'], more: Partial<PublicScene> = {}): PublicScene => ({
  ...{ id: 's', title: 'T', minutes: 1, steps: ['a', 'b', 'c'], prompt: 'P', question: null },
  ...(show ? { show } : {}),
  ...more,
});

function view(one: PublicScene, figure: unknown, change: Partial<View['now']['drive']> = {}): View {
  const drive: View['now']['drive'] = {
    ...{ ...FIRST_DRIVE, step: 2 },
    ...change,
  };
  return {
    lesson: { id: 'l', title: 'L', scenes: [one] },
    now: {
      code: 'ABC346',
      born: 1,
      language: 'en',
      waiting: false,
      ended: false,
      drive,
      driver: null,
    },
    figure: JSON.parse(JSON.stringify(figure)),
    results: {},
    mine: {
      ...{
        role: 'student',
        person: 'p1',
        alias: 'Red Kite 2',
        heard: 0,
        removed: false,
        where: null,
      },
      choices: {},
      numbers: {},
    },
    crowd: null,
  };
}

async function diceFigure(team: number): Promise<DiceFigure> {
  const teams = teamsOf(people, answers, team);
  const chains = teams.map(({ u }) => u);
  const [ar, ptp, independent] = [
    await writeTogether(model, CLASS_RUN, 'ar', chains),
    await writeTogether(model, CLASS_RUN, 'o-ptp', chains),
    await writeTogether(model, CLASS_RUN, 'independent', chains),
  ];
  return {
    ...{ kind: 'dice', scene: 's', config: model.config, first: [...ar.first] },
    teams: teams.map((own, k) => ({
      ...{ ...own, ar: ar.texts[k] ?? [], ptp: ptp.texts[k] ?? [] },
      independent: independent.texts[k] ?? [],
      least: null,
    })),
    calls: { ar: ar.calls, ptp: ptp.calls, independent: independent.calls },
    ms: { ptp: 0, independent: 0 },
  };
}

test('letters of a class are counted, all of them, beside the model', async () => {
  const one = scene({ kind: 'dice', team: 1 });
  const drawn = markup(<SceneFigure scene={one} view={view(one, await diceFigure(1))} />);
  const counts = Array.from(drawn.matchAll(/class="letter-count"[^>]*>(\d+)</g), ([, n]) =>
    Number(n),
  );
  expect(counts.reduce((a, b) => a + b, 0)).toBe(10);
  expect(drawn.match(/class="letter-u"/g)).toHaveLength(10);
  expect(drawn).toContain('10 numbers');
});

test('a class writes names in one call, and the counts are those of what is shown', async () => {
  const one = scene({ kind: 'dice', team: 8 });
  const figure = await diceFigure(8);
  const drawn = markup(<SceneFigure scene={one} view={view(one, figure)} />);
  const whole = figure.teams.filter(({ ar, ptp }) => ar.join() === ptp.join()).length;
  const right = figure.teams.reduce(
    (sum, { ar, ptp }) => sum + ar.filter((token, k) => token === ptp[k]).length,
    0,
  );
  const places = figure.teams.reduce((sum, { ar }) => sum + ar.length, 0);
  expect(figure.calls.ptp).toBe(1);
  const text = drawn.replaceAll(/<!-- -->/g, '');
  expect(text).toContain(`1 call, ${right} of ${places} places right, ${whole} of 2 whole`);
  expect(drawn).toContain('team 2');
  expect(drawn).not.toContain('Red Kite');
});

test('a phone shows its own two and nobody else’s', async () => {
  const one = scene({ kind: 'dice', team: 2 });
  const drawn = markup(<StudentScene view={view(one, await diceFigure(2))} say={() => {}} />);
  expect(drawn.match(/<th scope="row">/g)).toHaveLength(1);
  expect(drawn).toContain('you and your team');
});

test('results of another scene are not shown in this one', async () => {
  const other = scene({ kind: 'dice', team: 8 }, { id: 'other' });
  const drawn = markup(<SceneFigure scene={other} view={view(other, await diceFigure(8))} />);
  expect(drawn).toBe('');
});

test('a phone without a model shows the teacher’s letters', async () => {
  const traces = await Promise.all(
    (['ar', 'o-ptp', 'independent'] as const).map(async (method): Promise<Trace> => {
      const run = withMethod({ ...CLASS_RUN, seed: 188 }, method);
      const steps = [];
      for await (const step of decode(model, run)) steps.push(step);
      return { run, prompt: [0], steps, done: true };
    }),
  );
  const [ar, ptp, independent] = traces;
  const u = Array.from({ length: 16 }, (_, k) => uniform(188, k));
  const names = { config: model.config, run: { ...CLASS_RUN, seed: 188 }, u, lit: undefined };
  const figure = writeFigure({
    ...{ kind: 'names', device: null },
    names: { ...names, ar, ptp, independent },
  });
  expect(JSON.stringify(figure).length).toBeLessThan(32_000);
  const one = scene({ kind: 'cover' });
  const drawn = markup(<StudentScene view={view(one, figure)} say={() => {}} />);
  const said = ar?.steps.map(({ checks }) => model.config.vocabulary[checks[0] ?? 0]).join('');
  expect(drawn).toContain(`One at a time: ${said?.replace('\0', '')}.`);
  expect(drawn).toContain('aria-disabled="true"');
});

test('a phone is quiet while the teacher wants eyes at the front', () => {
  const one = scene(undefined);
  for (const change of [{ mode: 'pause' as const }, { black: true }]) {
    const drawn = markup(<StudentScene view={view(one, null, change)} say={() => {}} />);
    expect(drawn).toBe('<p class="eyes">Eyes to the front.</p>');
  }
});

test('a student’s own name is judged for every method, and counted', async () => {
  const us = (k: number) => Array.from({ length: 16 }, (_, place) => uniform(k, place));
  const own = Object.fromEntries(
    people.map(({ person }, k) => [person, { us: us(k), by: 'chance' as const }]),
  );
  const teams = teamsOf(people, own, 1);
  expect(teams.map(({ u }) => u)).toEqual(people.map((_, k) => us(k)));
  const figure = await judged(teams);
  const one = scene({ kind: 'own' });
  const drawn = markup(<SceneFigure scene={one} view={view(one, figure)} />);
  const text = drawn.replaceAll(/<!-- -->/g, '');
  for (const method of ['ar', 'independent', 'ptp'] as const) {
    const good = figure.teams.filter(({ least }) => (least?.[method] ?? 0) >= COHERENT).length;
    expect(text).toContain(`, ${good} of 10 hang together`);
  }
  const phone = markup(<StudentScene view={view(one, figure)} say={() => {}} />);
  expect(phone.match(/<th scope="row">/g)).toHaveLength(1);
});

async function judged(teams: ReturnType<typeof teamsOf>): Promise<DiceFigure> {
  const chains = teams.map(({ u }) => u);
  const write = async (method: 'ar' | 'o-ptp' | 'independent') => {
    const together = await writeTogether(model, CLASS_RUN, method, chains);
    return { ...together, least: await leastProbabilities(model, CLASS_RUN, together.texts) };
  };
  const [ar, ptp, independent] = [
    await write('ar'),
    await write('o-ptp'),
    await write('independent'),
  ];
  return figureOf('s', teams, model.config, { kind: 'together', ar, ptp, independent });
}

const { models, traces, choices, squares } = recordedState;
const panelFigures: Readonly<Record<'ruler' | 'squares' | 'race' | 'tree', PanelFigure | null>> = {
  ruler: {
    ...{ kind: 'names', device: null },
    names: {
      ...{ config: models.names.config, run: choices.runs.names, lit: undefined },
      u: Array.from({ length: 16 }, (_, k) => uniform(choices.runs.names.seed, k)),
      ...{ ar: traces.names.ar, ptp: traces.names['o-ptp'], independent: undefined },
    },
  },
  squares: squares && {
    ...{ kind: 'squares', device: null, config: models.names.config, squares },
    at: { u1: 0.2, u2: 0.3 },
  },
  race: {
    ...{ kind: 'tales', device: null, config: models.tales.config, traces: traces.tales },
    method: 'o-ptp',
  },
  tree: {
    ...{ kind: 'tales', device: null, config: models.tales.config, traces: traces.tales },
    method: 'o-ptp',
  },
};

test.each(['ruler', 'squares', 'race', 'tree'] as const)(
  'the %s travels through the room and is drawn as it was',
  (show) => {
    const figure = panelFigures[show];
    const written = JSON.stringify(figure && writeFigure(figure));
    expect(written.length).toBeLessThan(100_000);
    const draw = (shown: PanelFigure | null) =>
      shown ? markup(<PanelPicture show={show} figure={shown} step={1} />) : '';
    const drawn = draw(parseFigure(JSON.parse(written)) as PanelFigure);
    expect(drawn.length).toBeGreaterThan(1000);
    // Edges are rounded on the way: places of bins may differ in their last digit.
    if (show !== 'ruler') expect(drawn).toBe(draw(figure));
  },
);

test('the notebook has each panel where a phone’s link leads', async () => {
  const names = {
    ruler: 'AuxPanel',
    squares: 'DependentPanel',
    race: 'AcceptPanel',
    tree: 'TreePanel',
  };
  const files = await readdir('content/chapters/en');
  for (const [kind, name] of Object.entries(names)) {
    const slug = NOTEBOOK[kind as keyof typeof names].replace('/en/', '').replace(/#.*/, '');
    const file = files.find((one) => one.endsWith(`-${slug}.mdx`)) ?? '';
    expect(await readFile(`content/chapters/en/${file}`, 'utf8')).toContain(`<${name} />`);
  }
});
