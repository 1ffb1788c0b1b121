// Which words of content/messages/, `panels.<id>`, each panel reads: a page hands out those of its own panels.

import type { PanelId } from '../i18n/catalogue';
import type { PanelName } from './index';

/** `notebook`, `cell` and `moved` every page with panels reads, and `ui` every page hands out. */
const WORDS = {
  AcceptPanel: ['accept', 'methods'],
  AuxPanel: ['aux'],
  BatchPanel: ['batch', 'methods'],
  BinsPanel: ['bins'],
  ChainPanel: ['chain', 'methods'],
  CostPanel: ['cost'],
  Cover: ['cover'],
  DependentPanel: ['dependent'],
  JointPanel: ['joint'],
  LettersPanel: ['letters'],
  ProofPanel: ['proof'],
  TemperaturePanel: ['temperature', 'methods'],
  TreePanel: ['tree'],
  WorthPanel: ['worth', 'methods'],
} as const satisfies Readonly<Record<PanelName, readonly PanelId[]>>;

/** The panels that a chapter's text names. */
export function panelsIn(text: string): PanelName[] {
  const names = Object.keys(WORDS) as PanelName[];
  return names.filter((name) => new RegExp(`<${name}\\b`).test(text));
}

/** The words that a page with these panels hands to the browser. */
export function wordIdsOf(names: readonly PanelName[]): PanelId[] {
  return ['notebook', 'cell', 'moved', ...names.flatMap((name) => WORDS[name])];
}
