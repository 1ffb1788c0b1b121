'use client';
// The panels, each a chunk of its own that a page loads when its reader is near. Their styles come with the page.

import './accept.css';
import './aux.css';
import './cells.css';
import './cover.css';
import './dependent.css';
import './shared.css';
import '../cells/cell.css';
import { late } from '../ui/late';

export const AcceptPanel = late(() => import('./AcceptPanel').then((file) => file.AcceptPanel));
export const AuxPanel = late(() => import('./AuxPanel').then((file) => file.AuxPanel));
export const CostPanel = late(() => import('./CostPanel').then((file) => file.CostPanel));
export const Cover = late(() => import('./Cover').then((file) => file.Cover));
export const DependentPanel = late(() =>
  import('./DependentPanel').then((file) => file.DependentPanel),
);
export const JointPanel = late(() => import('./JointPanel').then((file) => file.JointPanel));
export const LettersPanel = late(() => import('./LettersPanel').then((file) => file.LettersPanel));
export const ProofPanel = late(() => import('./ProofPanel').then((file) => file.ProofPanel));
export const TreePanel = late(() => import('./TreePanel').then((file) => file.TreePanel));
export const BatchPanel = late(() => import('./BatchPanel').then((file) => file.BatchPanel));
export const BinsPanel = late(() => import('./BinsPanel').then((file) => file.BinsPanel));
export const ChainPanel = late(() => import('./ChainPanel').then((file) => file.ChainPanel));
export const TemperaturePanel = late(() =>
  import('./TemperaturePanel').then((file) => file.TemperaturePanel),
);
export const WorthPanel = late(() => import('./WorthPanel').then((file) => file.WorthPanel));
