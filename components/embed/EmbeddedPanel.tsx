// One panel alone, in its notebook. The same tree is rendered when the site is built and hydrated in a
// frame: nothing here may depend on where it runs.

import type { ComponentType } from 'react';
import { PanelWords } from '../i18n/PanelWords';
import { type LiveNotebook, Notebook } from '../notebook/Notebook';
import type { PageGiven } from './page-parts';

type Props = Readonly<{
  Panel: ComponentType;
  given: Pick<PageGiven, 'locale' | 'messages'>;
  notebook?: LiveNotebook;
}>;

export function EmbeddedPanel({ Panel, given, notebook }: Props) {
  return (
    <PanelWords locale={given.locale} messages={given.messages}>
      <Notebook {...(notebook && { of: notebook })}>
        <Panel />
      </Notebook>
    </PanelWords>
  );
}
