'use client';
// The panels, each a chunk of its own. All are drawn on the server; what moves them is loaded for the cover at
// once, for the others when the reader comes near. Their styles are in every page, since their drawings are.

import './accept.css';
import './aux.css';
import './cells.css';
import './cover.css';
import './dependent.css';
import './shared.css';
import '../cells/cell.css';
import dynamic from 'next/dynamic';
import { LaterPanel, later } from './later';

export const Cover = dynamic(() => import('./Cover').then((file) => file.Cover));
const accept = later(() => import('./AcceptPanel').then((file) => file.AcceptPanel));
const aux = later(() => import('./AuxPanel').then((file) => file.AuxPanel));
const cost = later(() => import('./CostPanel').then((file) => file.CostPanel));
const dependent = later(() => import('./DependentPanel').then((file) => file.DependentPanel));
const joint = later(() => import('./JointPanel').then((file) => file.JointPanel));
const letters = later(() => import('./LettersPanel').then((file) => file.LettersPanel));
const proof = later(() => import('./ProofPanel').then((file) => file.ProofPanel));
const tree = later(() => import('./TreePanel').then((file) => file.TreePanel));
const batch = later(() => import('./BatchPanel').then((file) => file.BatchPanel));
const bins = later(() => import('./BinsPanel').then((file) => file.BinsPanel));
const chain = later(() => import('./ChainPanel').then((file) => file.ChainPanel));
const temperature = later(() => import('./TemperaturePanel').then((file) => file.TemperaturePanel));
const worth = later(() => import('./WorthPanel').then((file) => file.WorthPanel));

export const AcceptPanel = () => <LaterPanel {...accept} />;
export const AuxPanel = () => <LaterPanel {...aux} />;
export const CostPanel = () => <LaterPanel {...cost} />;
export const DependentPanel = () => <LaterPanel {...dependent} />;
export const JointPanel = () => <LaterPanel {...joint} />;
export const LettersPanel = () => <LaterPanel {...letters} />;
export const ProofPanel = () => <LaterPanel {...proof} />;
export const TreePanel = () => <LaterPanel {...tree} />;
export const BatchPanel = () => <LaterPanel {...batch} />;
export const BinsPanel = () => <LaterPanel {...bins} />;
export const ChainPanel = () => <LaterPanel {...chain} />;
export const TemperaturePanel = () => <LaterPanel {...temperature} />;
export const WorthPanel = () => <LaterPanel {...worth} />;
