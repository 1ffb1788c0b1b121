// An embedded panel with its model: fetched once the frame wakes. Takes over the HTML that stands there.
// boot.ts decides when; scripts/embed.mjs makes one file of this and each panel.

import { type ComponentType, type ReactNode, useEffect } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { MODEL_NAMES } from '@/gpu';
import type { Happening } from '@/packages/foretoken-embed/src/protocol';
import type { PanelWordsOf } from '../i18n/catalogue';
import { wordsFrom } from '../i18n/words';
import { formatAddress, noticeOf, parseAddress } from '../notebook/address';
import { createNotebook } from '../notebook/Notebook';
import type { State } from '../notebook/state';
import { hearPlayer, type PlayerNow } from '../ui/hear-player';
import { EmbeddedPanel } from './EmbeddedPanel';
import { frameBar } from './frame-bar';
import { openFrameWorker } from './open-worker';
import type { PageGiven } from './page-parts';
import type { FrameAddress } from './parameters';

export type Live = Readonly<{
  /** Null where the panel has nothing to play. */
  player: () => PlayerNow | null;
  query: () => string;
  /** Makes the choices of an address; what cannot be read is said above the figure. */
  set: (address: Asked) => void;
  light: (cursor: number | null) => void;
  /** Gives worker and GPU back until `resume`. */
  rest: () => void;
  resume: () => void;
  destroy: () => void;
}>;

/** What is asked of the notebook, and what the frame itself could not read. */
type Asked = Pick<FrameAddress, 'query' | 'problems'>;

export type Start = (
  given: PageGiven,
  figure: HTMLElement,
  address: Asked,
  tell: (happening: Happening) => void,
) => Promise<Live>;

/** How a panel starts in a frame; resolves once it answers a hand. */
export function starterOf(Panel: ComponentType): Start {
  return async (given, figure, address, tell) => {
    const notebook = createNotebook(
      () => frameBar(address.query),
      () => openFrameWorker(given),
    );
    const { store, actions } = notebook.value;
    const linkWords = wordsFrom(given.messages.problems, given.locale);
    let player: PlayerNow | null = null;
    hearPlayer((now) => {
      if (now.index !== player?.index) tell({ event: 'step', step: now.index + 1, of: now.count });
      player = now;
    });

    const panel = <EmbeddedPanel Panel={Panel} given={given} notebook={notebook} />;
    const root = await new Promise<Root>((resolve) => {
      const made = hydrateRoot(figure, <Opened onOpen={() => resolve(made)}>{panel}</Opened>);
    });

    /** One notice for both kinds of parameters. */
    function note({ query, problems }: Asked) {
      const all = [...problems, ...parseAddress(query).problems];
      store.set({ ...store.get(), problems: all });
    }
    note(address);

    let before = store.get();
    const leave = store.subscribe(() => {
      const now = store.get();
      for (const happening of news(before, now, linkWords)) tell(happening);
      before = now;
    });
    return {
      player: () => player,
      query: () => formatAddress(store.get().choices),
      set(next) {
        actions.commit(() => parseAddress(next.query).choices);
        note(next);
      },
      light: (cursor) =>
        actions.light(cursor === null ? null : { model: given.model, position: cursor - 1 }),
      rest: notebook.rest,
      resume: notebook.resume,
      destroy() {
        leave();
        root.unmount();
      },
    };
  };
}

/** What a host hears of a change of the state. */
function news(before: State, now: State, words: PanelWordsOf<'problems'>): Happening[] {
  const happenings: Happening[] = [];
  if (now.choices !== before.choices) {
    happenings.push({ event: 'change', query: formatAddress(now.choices) });
  }
  if (now.problems.length > 0 && now.problems !== before.problems) {
    happenings.push({ event: 'error', fault: noticeOf(now.problems, words) });
  }
  for (const model of MODEL_NAMES) {
    const { status } = now.models[model];
    if (status.kind === 'failed' && status !== before.models[model].status) {
      happenings.push({ event: 'error', fault: status.fault.message });
    }
  }
  return happenings;
}

/** Says when everything inside has been mounted. */
function Opened({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after the effects of what is inside
  useEffect(onOpen, []);
  return children;
}
