// What is known of each panel besides how it is drawn, by the name in its embed's address: /embed/<name>. Its
// title is in content/messages/, `panels.<name>.title`.

import type { ModelName } from '@/gpu';
import type { PanelId } from '@/packages/foretoken-embed/src/protocol';
import type { PanelId as WordId } from '../i18n/catalogue';
import type { PanelName } from './index';

export type EmbedName = PanelId;

export type Embed = Readonly<{
  /** Its name in the registry, which is also its file's. */
  panel: PanelName;
  /** Which words of content/messages/, `panels.<id>`, it reads; not those that every page with panels hands out. */
  words: readonly WordId[];
  /** Whose positions `cursor` counts. */
  model: ModelName;
  /** Where it stands in the notebook: a path, behind the language. */
  chapter: string;
  /** CSS pixels, in a frame of the width that hosts are told (embed/frame.ts); `e2e/widget.e2e.ts` measures it. */
  height: number;
}>;

export const EMBEDS: Readonly<Record<EmbedName, Embed>> = {
  cover: {
    ...{ panel: 'Cover', words: ['cover'] },
    ...{ model: 'names', chapter: '', height: 1000 },
  },
  aux: {
    ...{ panel: 'AuxPanel', words: ['aux'] },
    ...{ model: 'names', chapter: '/randomness-first', height: 960 },
  },
  dependent: {
    ...{ panel: 'DependentPanel', words: ['dependent'] },
    ...{ model: 'names', chapter: '/more-heads', height: 1200 },
  },
  accept: {
    ...{ panel: 'AcceptPanel', words: ['accept'] },
    ...{ model: 'tales', chapter: '/guess-and-check', height: 1200 },
  },
  cost: {
    ...{ panel: 'CostPanel', words: ['cost'] },
    ...{ model: 'tales', chapter: '/what-it-costs', height: 820 },
  },
  joint: {
    ...{ panel: 'JointPanel', words: ['joint'] },
    ...{ model: 'names', chapter: '/more-heads', height: 1090 },
  },
  letters: {
    ...{ panel: 'LettersPanel', words: ['letters'] },
    ...{ model: 'names', chapter: '/sampling-is-a-lookup', height: 1040 },
  },
  proof: {
    ...{ panel: 'ProofPanel', words: ['proof'] },
    ...{ model: 'names', chapter: '/randomness-first', height: 980 },
  },
  tree: {
    ...{ panel: 'TreePanel', words: ['tree'] },
    ...{ model: 'tales', chapter: '/kept-exact', height: 880 },
  },
  batch: {
    ...{ panel: 'BatchPanel', words: ['batch'] },
    ...{ model: 'tales', chapter: '/what-it-costs', height: 760 },
  },
  bins: {
    ...{ panel: 'BinsPanel', words: ['bins'] },
    ...{ model: 'names', chapter: '/teaching-the-student', height: 1200 },
  },
  chain: {
    ...{ panel: 'ChainPanel', words: ['chain'] },
    ...{ model: 'tales', chapter: '/chains', height: 860 },
  },
  temperature: {
    ...{ panel: 'TemperaturePanel', words: ['temperature'] },
    ...{ model: 'tales', chapter: '/what-it-costs', height: 1000 },
  },
  worth: {
    ...{ panel: 'WorthPanel', words: ['worth'] },
    ...{ model: 'tales', chapter: '/guess-and-check', height: 1040 },
  },
};

export const EMBED_NAMES = Object.keys(EMBEDS) as readonly EmbedName[];
