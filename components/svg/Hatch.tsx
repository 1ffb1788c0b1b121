// The second sign of independent heads, for SVG areas: a hatch that inherits its colour.

/**
 * A pattern to fill with: `<defs><Hatch id="h" /></defs> <rect fill="url(#h)" />`.
 * Ids are shared by the whole page: give each figure its own, with `useId`.
 */
export function Hatch({ id, gap = 5, width = 1.25 }: { id: string; gap?: number; width?: number }) {
  return (
    <pattern
      id={id}
      width={gap}
      height={gap}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line y2={gap} stroke="var(--color-independent)" strokeWidth={width * 2} />
    </pattern>
  );
}
