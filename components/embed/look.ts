// Theme and accent of a frame, as attributes and properties of its root: embed.css, tokens.css.

import type { FrameLook } from './parameters';

export function showLook({ theme, accent }: FrameLook): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  if (accent) style.setProperty('--accent', accent);
  else style.removeProperty('--accent');
}
