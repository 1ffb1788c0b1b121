'use client';
// What went wrong: its kind in the page's language, then the fault's own sentence, which is English. In English that
// sentence says it alone.

import type { Told } from '@/gpu';
import { DEFAULT_LOCALE } from './locales';
import { usePanelWords } from './PanelWords';

export function FaultSaid({ fault }: Readonly<{ fault: Told }>) {
  const words = usePanelWords('ui');
  const detail = (text: string) => <span lang={DEFAULT_LOCALE}>{text}</span>;
  return words.rich(`fault.${fault.code}`, { detail }, { text: fault.message });
}
