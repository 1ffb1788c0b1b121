// The history of a frame. The host's Back button is the host's: a frame replaces its own address, and keeps
// what can be undone to itself.

import type { Bar } from '../notebook/address-bar';
import { frameParameters } from './parameters';

/** @param query the notebook's part of the address, without question mark */
export function frameBar(query: string): Bar {
  const entries = [asQuery(query)];
  let at = 0;
  const frame = frameParameters(location.search).toString();

  function show() {
    const own = (entries[at] ?? '').slice(1);
    const all = [own, frame].filter((part) => part !== '').join('&');
    history.replaceState(history.state, '', `${location.pathname}${asQuery(all)}${location.hash}`);
  }

  return {
    query: () => entries[at] ?? '',
    index: () => at,
    replace(next) {
      entries[at] = next;
      show();
    },
    push(next) {
      at += 1;
      entries.splice(at, Number.POSITIVE_INFINITY, next);
      show();
    },
    go(steps) {
      const to = at + steps;
      if (entries[to] === undefined) return;
      at = to;
      show();
      // What a browser says after Back and Forward.
      dispatchEvent(new PopStateEvent('popstate'));
    },
  };
}

function asQuery(query: string): string {
  return query === '' ? '' : `?${query}`;
}
