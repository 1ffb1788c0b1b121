'use client';
// Light or dark, by hand.

import { useSyncExternalStore } from 'react';
import { Icon } from './Icon';
import { chooseTheme, onThemeChange, shownTheme } from './theme';

/** A switch in the page's head. Which sign it shows is CSS's affair, so that it never flashes wrong. */
export function ThemeSwitch({ label, tip }: Readonly<{ label: string; tip: string }>) {
  const theme = useSyncExternalStore(onThemeChange, shownTheme, () => 'light' as const);
  return (
    <button
      type="button"
      className="button theme-switch"
      data-look="bare"
      data-shape="icon"
      aria-pressed={theme === 'dark'}
      aria-label={label}
      title={tip}
      onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      <span className="for-light">
        <Icon name="moon" />
      </span>
      <span className="for-dark">
        <Icon name="sun" />
      </span>
    </button>
  );
}
