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
