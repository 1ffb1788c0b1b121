'use client';
// The panels, each a chunk of its own: a page loads those that it shows, and no other. They are drawn on the
// server like everything else.

import dynamic from 'next/dynamic';

export const AcceptPanel = dynamic(() => import('./AcceptPanel').then((file) => file.AcceptPanel));
export const AuxPanel = dynamic(() => import('./AuxPanel').then((file) => file.AuxPanel));
export const CostPanel = dynamic(() => import('./CostPanel').then((file) => file.CostPanel));
export const Cover = dynamic(() => import('./Cover').then((file) => file.Cover));
export const DependentPanel = dynamic(() =>
  import('./DependentPanel').then((file) => file.DependentPanel),
);
export const JointPanel = dynamic(() => import('./JointPanel').then((file) => file.JointPanel));
export const LettersPanel = dynamic(() =>
  import('./LettersPanel').then((file) => file.LettersPanel),
);
export const ProofPanel = dynamic(() => import('./ProofPanel').then((file) => file.ProofPanel));
export const TreePanel = dynamic(() => import('./TreePanel').then((file) => file.TreePanel));
export const BatchPanel = dynamic(() => import('./BatchPanel').then((file) => file.BatchPanel));
export const BinsPanel = dynamic(() => import('./BinsPanel').then((file) => file.BinsPanel));
export const ChainPanel = dynamic(() => import('./ChainPanel').then((file) => file.ChainPanel));
export const TemperaturePanel = dynamic(() =>
  import('./TemperaturePanel').then((file) => file.TemperaturePanel),
);
export const WorthPanel = dynamic(() => import('./WorthPanel').then((file) => file.WorthPanel));
