// Every panel in a language that nobody speaks: whatever is readable is not in the catalogue.

import compile from 'icu-minify/compile';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Notebook } from '../notebook/Notebook';
import { panels as registry } from '../panels';
import { AcceptPanel } from '../panels/AcceptPanel';
import { AuxPanel } from '../panels/AuxPanel';
import { BatchPanel } from '../panels/BatchPanel';
import { BinsPanel } from '../panels/BinsPanel';
import { ChainPanel } from '../panels/ChainPanel';
import { CostPanel } from '../panels/CostPanel';
import { Cover } from '../panels/Cover';
import { DependentPanel } from '../panels/DependentPanel';
import { JointPanel } from '../panels/JointPanel';
import { LettersPanel } from '../panels/LettersPanel';
import { ProofPanel } from '../panels/ProofPanel';
import { TemperaturePanel } from '../panels/TemperaturePanel';
import { TreePanel } from '../panels/TreePanel';
import { WorthPanel } from '../panels/WorthPanel';
import { CATALOGUES, type PanelId, type PanelMessages, panelMessages } from './catalogue';
import { PanelWords } from './PanelWords';
import { foreignWords, pseudo } from './pseudo';

const panels = {
  ...{ AcceptPanel, AuxPanel, BatchPanel, BinsPanel, ChainPanel, CostPanel, Cover },
  ...{ DependentPanel, JointPanel, LettersPanel, ProofPanel, TemperaturePanel, TreePanel },
  WorthPanel,
};

const ids = Object.keys(CATALOGUES.en.panels) as PanelId[];
const messages = Object.fromEntries(
  Object.entries(panelMessages('en', ids)).map(([id, own]) => [
    id,
    Object.fromEntries(Object.entries(own).map(([key, message]) => [key, pseudo(message)])),
  ]),
) as PanelMessages;

test('the panels are all here', () => {
  expect(Object.keys(panels).sort()).toEqual(Object.keys(registry).sort());
});

test.each(Object.entries(panels))('%s says nothing that is not in the catalogue', (name, Panel) => {
  const html = renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      <Notebook>
        <Panel />
      </Notebook>
    </PanelWords>,
  );
  // What the model wrote and was given, and what is marked as English, is no word of the page.
  const ours = html
    .replace(/<p class="accept-text"[^>]*>[\s\S]*?<\/p>/g, '')
    .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
    .replace(/<[^>]* lang="en"[^>]*>[^<]*/g, '');
  // The cells of its table are what the rounds wrote.
  const words = name === 'AcceptPanel' ? ours.replace(/<td>[^<]*<\/td>/g, '') : ours;
  expect(html).toContain('⟦');
  expect(foreignWords(words)).toEqual([]);
});

test.each(Object.entries(panels))('%s writes its numbers in German with a comma', (_, Panel) => {
  const html = renderToStaticMarkup(
    <PanelWords locale="de" messages={panelMessages('de', ids)}>
      <Notebook>
        <Panel />
      </Notebook>
    </PanelWords>,
  );
  expect(pointed(html)).toEqual([]);
});

test('a number with a point is noticed', () => {
  expect(pointed('<p>0.417, 0,5, 2.304, T4.</p>')).toEqual(['0.417']);
  expect(pointed('<p aria-label="u 0.417"></p>')).toEqual(['0.417']);
});

/** Numbers with a decimal point in what a reader sees or hears; `2.304` is a German count. */
function pointed(html: string): string[] {
  const heard = html.matchAll(/ (?:aria-label|aria-valuetext)="([^"]*)"/g);
  const text = [html.replace(/<[^>]*>/g, ' '), ...Array.from(heard, ([, said = '']) => said)];
  const numbers = text.join(' ').match(/[\d.,]*\d/g) ?? [];
  return numbers.filter(
    (number) => number.includes('.') && !/^[1-9]\d{0,2}(\.\d{3})+$/.test(number),
  );
}

test('a word outside the catalogue is noticed', () => {
  expect(foreignWords('<p>Reset</p>')).toEqual(['Reset']);
  expect(foreignWords('<p aria-label="Reset">⟦ab <b>cdef</b>⟧</p>')).toEqual(['Reset']);
});

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[before + key, text] as [string, string]]
      : flat(text, `${before}${key}.`),
  );
}

test('a German message has the places for values and the tags of the English one', () => {
  const english = new Map(flat(CATALOGUES.en));
  const german = flat(CATALOGUES.de);
  expect(german.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of german) {
    expect(placesIn(text), key).toEqual(placesIn(english.get(key) ?? ''));
  }
});

/** Names of values and tags in a message, each once. */
function placesIn(text: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown) => {
    if (!Array.isArray(node)) return;
    const [name, type, table] = node;
    if (typeof name === 'string' && node.length > 0) names.add(name);
    if (typeof type === 'number' && table && typeof table === 'object') {
      for (const branch of Object.values(table)) if (Array.isArray(branch)) branch.forEach(walk);
    } else node.slice(1).forEach(walk);
  };
  const compiled = compile(text);
  if (Array.isArray(compiled)) compiled.forEach(walk);
  return [...names].sort();
}
