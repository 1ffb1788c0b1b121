// One snapshot, from address to SVG: reads the choices, runs what the picture needs, draws. No part of the page;
// runs in a thread of the server (thread.ts) and in tests.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { loadModel, type Model, type ModelName, methods, problemSentence } from '@/gpu';
import { embedAddress, type PanelId } from '@/packages/foretoken-embed/src';
import { parseFrame } from '../embed/parameters';
import { titleOf } from '../embed/title';
import { panelMessages, panelWordsOf, wordsOf } from '../i18n/catalogue';
import { DEFAULT_LOCALE } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { sayWith } from '../i18n/words';
import { formatAddress, parseAddress } from '../notebook/address';
import { collect } from '../notebook/answers';
import type { PartName } from '../notebook/part-names';
import { PARTS } from '../notebook/parts';
import { recordedState } from '../notebook/recorded';
import type { Choices, State } from '../notebook/state';
import { createStore } from '../notebook/store';
import { perform } from '../notebook/worker-tasks';
import { EMBEDS } from '../panels/embeds';
import { wordIdsOf } from '../panels/panel-words';
import { SITE } from '../site';
import { askedOf, PICTURES, SHEETS } from './pictures';
import { withPlainStyle } from './plain-style';
import { Sheet } from './Sheet';

/** Tokens of a run that a server spends on a picture. */
export const MOST_TOKENS = 64;

/** What was asked for and cannot be drawn: HTTP status and a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/**
 * The panel as SVG text.
 * @param query as in the address of an embedded panel, without question mark
 * Throws a Refusal for a query that cannot be read, and for choices that leave nothing to draw.
 */
export async function takeSnapshot(root: string, panel: PanelId, query: string): Promise<string> {
  const { look, query: own, problems } = parseFrame(query);
  const read = parseAddress(own);
  const wrong = [...problems, ...read.problems];
  const locale = look.lang ?? DEFAULT_LOCALE;
  const say = sayWith(panelWordsOf(locale, 'problems'));
  if (wrong.length > 0) {
    throw new Refusal(400, wrong.map((problem) => problemSentence(problem, say)).join(' '));
  }
  const words = wordsOf(locale, 'picture');
  const choices = shortened(read.choices);
  const { run, parts, choices: asked } = askedOf(panel, choices);
  const state = await stateOf(root, asked, parts);
  const drawing = PICTURES[panel].draw(state, locale, look.cursor ?? 1);
  if (!drawing) throw new Refusal(422, words('nothing', { prompt: run.prompt }));
  const said = words('run', {
    ...{ model: run.model, method: methods[run.method].label, seed: run.seed },
    ...{ temperature: run.sampling.temperature, held: Object.keys(run.u).length },
  });
  const cut = parts.includes(run.model) && run.tokens < read.choices.runs[run.model].tokens;
  const about = drawing.about ?? (cut ? `${said} ${words('cut', { tokens: MOST_TOKENS })}` : said);
  const svg = renderToStaticMarkup(
    <PanelWords locale={locale} messages={panelMessages(locale, wordIdsOf([EMBEDS[panel].panel]))}>
      <Sheet
        {...{ locale, drawing, about, seed: run.seed }}
        title={titleOf(locale, panel)}
        address={embedAddress(SITE, panel, formatAddress(read.choices))}
      />
    </PanelWords>,
  );
  const sheets = SHEETS.map((file) => readFileSync(join(root, file), 'utf8'));
  return withPlainStyle(svg, sheets, look.theme === 'dark' ? 'dark' : 'light');
}

function shortened(choices: Choices): Choices {
  const { names, tales } = choices.runs;
  const short = (run: typeof names) => ({ ...run, tokens: Math.min(run.tokens, MOST_TOKENS) });
  return { ...choices, runs: { names: short(names), tales: short(tales) } };
}

const models = new Map<ModelName, Promise<Model>>();

/** What the page would show of these choices, computed by the CPU engine. */
async function stateOf(root: string, choices: Choices, parts: readonly PartName[]): Promise<State> {
  const fetchFile = async (path: string) =>
    Uint8Array.from(await readFile(join(root, 'public/model', path))).buffer;
  const shelf = {
    take(name: ModelName) {
      const model = models.get(name) ?? loadModel(name, { fetchFile, engine: 'cpu' });
      models.set(name, model);
      return model;
    },
    report: () => {},
  };
  const none = { names: null, tales: null };
  const store = createStore<State>({
    ...{ ...recordedState, choices, traces: { names: {}, tales: {} } },
    ...{ squares: null, joints: none, bins: none },
  });
  for (const part of parts) {
    const task = PARTS[part].task(store.get());
    if (!task) continue;
    const answers = collect(store, task, true);
    for await (const answer of perform(task, shelf, async () => true)) answers.take(answer);
    answers.show();
  }
  return store.get();
}
