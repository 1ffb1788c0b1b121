// Where a chapter's picture for link previews lies. The pictures: Previews.tsx; before every build
// scripts/before-build.mjs writes them.

import type { Locale } from '../i18n/locales';

/** Pixels; what social networks ask for. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

export function previewPath(locale: Locale, slug: string): string {
  return `/previews/${locale}-${slug}.png`;
}
