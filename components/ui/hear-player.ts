// The player of this page, for whoever drives it from outside: the host of an embedded panel (components/embed/).

/** A player as it stands now. */
export type PlayerNow = Readonly<{
  index: number;
  count: number;
  play: (on: boolean) => void;
  go: (index: number) => void;
}>;

let listener: ((player: PlayerNow) => void) | undefined;

/** `hear` is told of the page's player now and after every change of it. One listener at a time. */
export function hearPlayer(hear: (player: PlayerNow) => void): void {
  listener = hear;
}

export function tellPlayer(player: PlayerNow): void {
  listener?.(player);
}
