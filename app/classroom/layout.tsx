// The addresses of the classroom are in no language's folder; each page hands out its own words.

import type { ReactNode } from 'react';
import { Sheet, sheetMetadata } from '../sheet';

export const metadata = sheetMetadata('en');

export default function Layout({ children }: { children: ReactNode }) {
  return <Sheet locale="en">{children}</Sheet>;
}
