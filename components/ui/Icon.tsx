// The few signs that buttons carry, drawn on a 20 × 20 grid with one stroke width.

const ICONS = {
  play: 'M6 4l10 6-10 6z',
  pause: 'M6.5 4v12M13.5 4v12',
  back: 'M14.5 4l-8 6 8 6zM5 4v12',
  forward: 'M5.5 4l8 6-8 6zM15 4v12',
  first: 'M16 4l-6 6 6 6M10 4l-6 6 6 6',
  last: 'M4 4l6 6-6 6M10 4l6 6-6 6',
  reset: 'M4.5 4v4h4M4.9 8A6 6 0 1 1 4 11.5',
  undo: 'M7.5 4.5L3.5 8.5l4 4M3.5 8.5h8a4 4 0 0 1 0 8H8',
  redo: 'M12.5 4.5l4 4-4 4M16.5 8.5h-8a4 4 0 0 0 0 8H12',
  dice: 'M4 4h12v12H4zM7.3 7.3h.01M12.7 7.3h.01M10 10h.01M7.3 12.7h.01M12.7 12.7h.01',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 1 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 1 0 4.3 4.3L10 14.3',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16',
  moon: 'M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
} as const;

export type IconName = keyof typeof ICONS;

const FILLED: ReadonlySet<IconName> = new Set(['play', 'back', 'forward']);
const THICK: ReadonlySet<IconName> = new Set(['pause', 'dice', 'more']);

/** A sign for the eye only: the button that carries it has the words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" fill={FILLED.has(name) ? 'currentColor' : 'none'}>
      <path
        d={ICONS[name]}
        stroke="currentColor"
        strokeWidth={THICK.has(name) ? 2 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
