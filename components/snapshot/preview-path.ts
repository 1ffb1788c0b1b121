// Where pictures lie that are drawn before every build (scripts/before-build.mjs): a chapter's for link previews
// (Previews.tsx), a panel's for the gallery (Figures.tsx).

import type { PanelId } from '@/packages/foretoken-embed/src';
import type { Locale } from '../i18n/locales';

/** Pixels; what social networks ask for. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

export function previewPath(locale: Locale, slug: string): string {
  return `/previews/${locale}-${slug}.png`;
}

export const PAPERS = ['light', 'dark'] as const;
export type Paper = (typeof PAPERS)[number];

export function figurePath(locale: Locale, panel: PanelId, paper: Paper): string {
  return `/previews/panels/${locale}-${panel}-${paper}.svg`;
}
