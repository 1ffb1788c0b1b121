// The panels' words, for the pages of a room: a lesson shows panels of the chapters.

import type { ReactNode } from 'react';
import { panelMessages } from '@/components/i18n/catalogue';
import { PanelWords } from '@/components/i18n/PanelWords';

export function RoomWords({ children }: { children: ReactNode }) {
  return (
    <PanelWords locale="en" messages={panelMessages('en')}>
      {children}
    </PanelWords>
  );
}
