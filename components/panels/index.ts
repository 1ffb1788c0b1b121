// Every panel by name. Chapters use these names. No 'use client' here: a server file reads the keys.

import {
  AcceptPanel,
  AuxPanel,
  BatchPanel,
  BinsPanel,
  ChainPanel,
  CostPanel,
  Cover,
  DependentPanel,
  JointPanel,
  LettersPanel,
  ProofPanel,
  TemperaturePanel,
  TreePanel,
  WorthPanel,
} from './slots';

export const panels = {
  AcceptPanel,
  AuxPanel,
  BatchPanel,
  BinsPanel,
  ChainPanel,
  CostPanel,
  Cover,
  DependentPanel,
  JointPanel,
  LettersPanel,
  ProofPanel,
  TemperaturePanel,
  TreePanel,
  WorthPanel,
} as const;

export type PanelName = keyof typeof panels;

/** The panels that a chapter's text names. */
export function panelsIn(text: string): PanelName[] {
  const names = Object.keys(panels) as PanelName[];
  return names.filter((name) => new RegExp(`<${name}\\b`).test(text));
}
