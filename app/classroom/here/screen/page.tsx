// A lesson on one device, the projector's window.

import type { Metadata } from 'next';
import { ClassWords } from '@/components/classroom/ClassWords';
import { HereScreen } from '@/components/classroom/HereScreen';

export const metadata: Metadata = { title: 'Classroom on one device', robots: { index: false } };

export default function Page() {
  return (
    <ClassWords page="screen">
      <HereScreen />
    </ClassWords>
  );
}
