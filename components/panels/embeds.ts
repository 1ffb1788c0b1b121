// What an embed needs of each panel, by the name in its address: /embed/<name>. Its title is in
// content/messages/, `panels.<name>.title`.

import type { ModelName } from '@/gpu';
import type { PanelId } from '@/packages/foretoken-embed/src/protocol';
import type { panels } from './index';

export type EmbedName = PanelId;

export type Embed = Readonly<{
  /** Its name in the registry, which is also its file's. */
  panel: keyof typeof panels;
  /** Whose positions `cursor` counts. */
  model: ModelName;
  /** Where it stands in the notebook: a path, behind the language. */
  chapter: string;
}>;

export const EMBEDS: Readonly<Record<EmbedName, Embed>> = {
  cover: { panel: 'Cover', model: 'names', chapter: '' },
  aux: { panel: 'AuxPanel', model: 'names', chapter: '/randomness-first' },
  dependent: { panel: 'DependentPanel', model: 'names', chapter: '/more-heads' },
  accept: { panel: 'AcceptPanel', model: 'tales', chapter: '/guess-and-check' },
  cost: { panel: 'CostPanel', model: 'tales', chapter: '/what-it-costs' },
  joint: { panel: 'JointPanel', model: 'names', chapter: '/more-heads' },
  letters: { panel: 'LettersPanel', model: 'names', chapter: '/sampling-is-a-lookup' },
  proof: { panel: 'ProofPanel', model: 'names', chapter: '/randomness-first' },
  tree: { panel: 'TreePanel', model: 'tales', chapter: '/kept-exact' },
  batch: { panel: 'BatchPanel', model: 'tales', chapter: '/what-it-costs' },
  bins: { panel: 'BinsPanel', model: 'names', chapter: '/teaching-the-student' },
  chain: { panel: 'ChainPanel', model: 'tales', chapter: '/chains' },
  temperature: { panel: 'TemperaturePanel', model: 'tales', chapter: '/what-it-costs' },
  worth: { panel: 'WorthPanel', model: 'tales', chapter: '/guess-and-check' },
};

export const EMBED_NAMES = Object.keys(EMBEDS) as readonly EmbedName[];
