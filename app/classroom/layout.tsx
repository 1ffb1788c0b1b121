// The classroom is in English; the panels in it get their words here.

import type { ReactNode } from 'react';
import { panelMessages } from '@/components/i18n/catalogue';
import { PanelWords } from '@/components/i18n/PanelWords';
import { everyWordId } from '@/components/panels/panel-words';
import { Sheet, sheetMetadata } from '../sheet';

export const metadata = sheetMetadata('en');

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Sheet locale="en">
      <PanelWords locale="en" messages={panelMessages('en', everyWordId())}>
        {children}
      </PanelWords>
    </Sheet>
  );
}
