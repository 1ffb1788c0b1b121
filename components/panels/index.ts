// Every panel by name. Chapters use these names; each panel is a chunk of its own, so a page loads only
// those that it shows. No 'use client' here: a server file may read the keys.

import dynamic from 'next/dynamic';
import type { PanelId } from '../i18n/catalogue';

export const panels = {
  AcceptPanel: dynamic(() => import('./AcceptPanel').then((file) => file.AcceptPanel)),
  AuxPanel: dynamic(() => import('./AuxPanel').then((file) => file.AuxPanel)),
  CostPanel: dynamic(() => import('./CostPanel').then((file) => file.CostPanel)),
  Cover: dynamic(() => import('./Cover').then((file) => file.Cover)),
  DependentPanel: dynamic(() => import('./DependentPanel').then((file) => file.DependentPanel)),
  JointPanel: dynamic(() => import('./JointPanel').then((file) => file.JointPanel)),
  LettersPanel: dynamic(() => import('./LettersPanel').then((file) => file.LettersPanel)),
  ProofPanel: dynamic(() => import('./ProofPanel').then((file) => file.ProofPanel)),
  TreePanel: dynamic(() => import('./TreePanel').then((file) => file.TreePanel)),
} as const;

export type PanelName = keyof typeof panels;

/** The words that each panel reads, `panels.<id>` of content/messages/; `ui` and `notebook` every one does. */
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
  return ['ui', 'notebook', ...names.flatMap((name) => WORDS[name])];
}

/** The panels that a chapter's text names. */
export function panelsIn(text: string): PanelName[] {
  const names = Object.keys(panels) as PanelName[];
  return names.filter((name) => new RegExp(`<${name}\\b`).test(text));
}
