// What is lit in the state is lit in every panel that shows the place, and in no other.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ModelName } from '@/gpu';
import { panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { type Actions, NotebookContext } from '../notebook/context';
import { recordedState } from '../notebook/recorded';
import type { Lit } from '../notebook/state';
import { createStore } from '../notebook/store';
import { AcceptPanel } from './AcceptPanel';
import { AuxPanel } from './AuxPanel';
import { Cover } from './Cover';
import { DependentPanel } from './DependentPanel';
import { JointPanel } from './JointPanel';
import { LettersPanel } from './LettersPanel';
import { TreePanel } from './TreePanel';
import { treeOf } from './tree';

const messages = panelMessages('en', [
  ...(['ui', 'notebook', 'problems', 'cell', 'methods', 'accept', 'aux', 'cover'] as const),
  ...(['dependent', 'joint', 'letters', 'tree'] as const),
]);

/** Marks in a panel that are lit. */
function marks(Panel: () => React.ReactElement, lit: Lit | null): number {
  const initial = { ...recordedState, lit };
  const actions = {} as Actions;
  const html = renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      <NotebookContext value={{ store: createStore(initial), initial, actions }}>
        <Panel />
      </NotebookContext>
    </PanelWords>,
  );
  return html.match(/ data-lit="|"accept-lit"/g)?.length ?? 0;
}

/** A place of the tales model that is in the tree that stands there. */
const { models, traces, choices } = recordedState;
const call = treeOf(models.tales.config, traces.tales.pqd, choices.call);
if (!call) throw new Error('public/traces/tales.json is cut');
const tales = call.step.position;

test.each<[string, () => React.ReactElement, ModelName, number]>([
  ['cover', Cover, 'names', 1],
  ['aux', AuxPanel, 'names', 1],
  ['letters', LettersPanel, 'names', 0],
  ['dependent', DependentPanel, 'names', 1],
  ['joint', JointPanel, 'names', 1],
  ['accept', AcceptPanel, 'tales', tales],
  ['tree', TreePanel, 'tales', tales],
])('%s follows what is lit', (_, Panel, model, position) => {
  expect(marks(Panel, null)).toBe(0);
  expect(marks(Panel, { model, position })).toBeGreaterThan(0);
  const other = model === 'names' ? 'tales' : 'names';
  expect(marks(Panel, { model: other, position })).toBe(0);
});
