// What a query says may be drawn, as a prompt or in a notice, and is text there.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { parseAddress } from '../notebook/address';
import { NotebookContext } from '../notebook/context';
import { createNotebook } from '../notebook/Notebook';
import { Notice } from '../notebook/Notice';
import { recordedState } from '../notebook/recorded';
import { AcceptPanel } from '../panels/AcceptPanel';
import { Cover } from '../panels/Cover';
import { JointPanel } from '../panels/JointPanel';
import { wordIdsOf } from '../panels/panel-words';
import { parseFrame } from './parameters';
import { strangeQueries } from './strange-queries';

const messages = panelMessages('en', ['ui', ...wordIdsOf(['AcceptPanel', 'Cover', 'JointPanel'])]);

function drawn(query: string): string {
  const { choices, problems } = parseAddress(parseFrame(query).query);
  const { store, actions } = createNotebook().value;
  const initial = { ...recordedState, choices, problems };
  return renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      <NotebookContext value={{ store, actions, initial }}>
        <Notice />
        <Cover />
        <AcceptPanel />
        <JointPanel />
      </NotebookContext>
    </PanelWords>,
  );
}

test('three hundred strange queries are drawn without an element of theirs', () => {
  let told = 0;
  for (const query of strangeQueries(300)) {
    const html = drawn(query);
    expect(html).not.toMatch(/<(script|img|iframe|b)\b/);
    expect(html).not.toMatch(/(href|src)="\s*javascript:/);
    // A value ends where its quotation mark is; a handler would stand outside.
    expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son[a-z]+=/);
    if (html.includes('&lt;')) told += 1;
  }
  // They were in there: the test would see them if they came through.
  expect(told).toBeGreaterThan(50);
});
