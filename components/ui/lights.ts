// What an element does that speaks of a place in the text: pointer and focus light it.

/** Hears the place that is pointed at, counted from 1; undefined when it is left. */
export type OnLight = (position: number | undefined) => void;

/** Handlers of such an element; none where nobody listens. */
export function lights(onLight: OnLight | undefined, position: number | undefined) {
  if (!onLight) return {};
  const on = () => onLight(position);
  const off = () => onLight(undefined);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
}
