// Every panel by name. Chapters use these names. No 'use client' here: a server file reads the keys.

import type { PanelId } from '../i18n/catalogue';
import {
  AcceptPanel,
  AuxPanel,
  CostPanel,
  Cover,
  DependentPanel,
  JointPanel,
  LettersPanel,
  ProofPanel,
  TreePanel,
} from './slots';

export const panels = {
  AcceptPanel,
  AuxPanel,
  CostPanel,
  Cover,
  DependentPanel,
  JointPanel,
  LettersPanel,
  ProofPanel,
  TreePanel,
} as const;

export type PanelName = keyof typeof panels;

/** The words that each panel reads, `panels.<id>` of content/messages/; `notebook` every one does, `ui` every page hands out. */
const WORDS = {
  AcceptPanel: ['accept', 'methods'],
  AuxPanel: ['aux'],
  CostPanel: ['cost'],
  Cover: ['cover'],
  DependentPanel: ['dependent'],
  JointPanel: ['joint'],
  LettersPanel: ['letters'],
  ProofPanel: ['proof'],
  TreePanel: ['tree'],
} as const satisfies Readonly<Record<PanelName, readonly PanelId[]>>;

/** The words that a page with these panels hands to the browser. */
export function wordIdsOf(names: readonly PanelName[]): PanelId[] {
  return ['notebook', ...names.flatMap((name) => WORDS[name])];
}

/** The panels that a chapter's text names. */
export function panelsIn(text: string): PanelName[] {
  const names = Object.keys(panels) as PanelName[];
  return names.filter((name) => new RegExp(`<${name}\\b`).test(text));
}
