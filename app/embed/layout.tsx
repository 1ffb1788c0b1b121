// The gallery of embedded panels is in English.

import type { ReactNode } from 'react';
import { Sheet, sheetMetadata } from '../sheet';

export const metadata = sheetMetadata('en');

export default function Layout({ children }: { children: ReactNode }) {
  return <Sheet locale="en">{children}</Sheet>;
}
