// Light or dark: what the system asks for, until the reader chooses.

export type Theme = 'light' | 'dark';

/** Where the choice is kept between visits. Read by THEME_SCRIPT, too. */
export const THEME_KEY = 'foretoken-theme';

/**
 * Runs in the page's head before the first paint, so that no theme flashes up. Storage may be closed
 * to us (a sandboxed frame); then the system's theme stands.
 */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The theme that is shown now: the reader's choice, or the system's. Browser only. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Show a theme and keep it. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is closed: the choice lasts as long as the page.
  }
  dispatchEvent(new Event('foretoken-theme'));
}

/** Hear of a change, by the reader or by the system. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  addEventListener('foretoken-theme', listener);
  system.addEventListener('change', listener);
  return () => {
    removeEventListener('foretoken-theme', listener);
    system.removeEventListener('change', listener);
  };
}
