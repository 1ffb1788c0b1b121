// What a host page and an embedded panel say to each other. Types only: both sides import them.
//
//   frame -> parent   window message, target '*'      Hello
//   host  -> frame    window message, with one port   Connect
//   host  -> frame    over the port                   Request
//   frame -> host     over the port                   Reply, Happening
//
// Height also goes to the parent as a window message (HeightMessage), for hosts without the element.
// A query is that of a notebook's address without its question mark: `v=2&names.seed=9`.

/** Version of everything below. A message of another version is left unanswered. */
export const PROTOCOL = 1;

export const PANELS = [
  ...(['cover', 'aux', 'dependent', 'accept', 'cost'] as const),
  ...(['joint', 'letters', 'proof', 'tree'] as const),
  ...(['batch', 'bins', 'chain', 'temperature', 'worth'] as const),
] as const;
export type PanelId = (typeof PANELS)[number];

/** Said once the frame listens; after a reload, again. */
export type Hello = Readonly<{ foretoken: typeof PROTOCOL; event: 'hello'; panel: PanelId }>;

/** Answers a Hello; its transfer list holds the one port of this connection. */
export type Connect = Readonly<{ foretoken: typeof PROTOCOL; connect: true }>;

export type HeightMessage = Readonly<{
  foretoken: typeof PROTOCOL;
  event: 'height';
  /** CSS pixels. */
  height: number;
}>;

/** A panel as a picture: SVG text, or a PNG as a data address. */
export type Picture = Readonly<{ svg: string }> | Readonly<{ png: string }>;

/** What a call takes and gives. */
export type Calls = {
  /** Wakes the panel, and plays it where it has something to play. */
  play: { with?: undefined; value: null };
  pause: { with?: undefined; value: null };
  /** One step forward, or back with -1; wakes the panel. */
  step: { with?: 1 | -1; value: null };
  /** Choices as a query; what it leaves out goes back to the page's default. Gives the query now shown. */
  set: { with: string; value: string };
  snapshot: { with?: 'svg' | 'png'; value: Picture };
  /** Frees model, worker and device. Nothing answers after it. */
  destroy: { with?: undefined; value: null };
};
export type CallName = keyof Calls;

/** `id` is chosen by the host and comes back with the reply. */
export type Request = {
  readonly [Name in CallName]: Readonly<{ id: number; call: Name; with?: Calls[Name]['with'] }>;
}[CallName];

export type Reply =
  | Readonly<{ id: number; value: Calls[CallName]['value'] }>
  | Readonly<{ id: number; fault: string }>;

export type Happening =
  /** The panel stands and can be driven; its picture may still be the recorded one. */
  | Readonly<{ event: 'ready'; panel: PanelId; query: string }>
  /** Another step is shown, counted from 1. */
  | Readonly<{ event: 'step'; step: number; of: number }>
  /** Reader or host chose something else. */
  | Readonly<{ event: 'change'; query: string }>
  | Readonly<{ event: 'error'; fault: string }>
  | Readonly<{ event: 'height'; height: number }>
  | Readonly<{ event: 'asleep' | 'awake' }>;
