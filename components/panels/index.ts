// Every panel by name. Chapters use these names; each panel is a chunk of its own, so a page loads only
// those that it shows. No 'use client' here: a server file may read the keys.

import dynamic from 'next/dynamic';

export const panels = {
  AcceptPanel: dynamic(() => import('./AcceptPanel').then((file) => file.AcceptPanel)),
  AuxPanel: dynamic(() => import('./AuxPanel').then((file) => file.AuxPanel)),
  BatchPanel: dynamic(() => import('./BatchPanel').then((file) => file.BatchPanel)),
  BinsPanel: dynamic(() => import('./BinsPanel').then((file) => file.BinsPanel)),
  ChainPanel: dynamic(() => import('./ChainPanel').then((file) => file.ChainPanel)),
  CostPanel: dynamic(() => import('./CostPanel').then((file) => file.CostPanel)),
  Cover: dynamic(() => import('./Cover').then((file) => file.Cover)),
  DependentPanel: dynamic(() => import('./DependentPanel').then((file) => file.DependentPanel)),
  JointPanel: dynamic(() => import('./JointPanel').then((file) => file.JointPanel)),
  LettersPanel: dynamic(() => import('./LettersPanel').then((file) => file.LettersPanel)),
  ProofPanel: dynamic(() => import('./ProofPanel').then((file) => file.ProofPanel)),
  TemperaturePanel: dynamic(() =>
    import('./TemperaturePanel').then((file) => file.TemperaturePanel),
  ),
  TreePanel: dynamic(() => import('./TreePanel').then((file) => file.TreePanel)),
  WorthPanel: dynamic(() => import('./WorthPanel').then((file) => file.WorthPanel)),
} as const;
