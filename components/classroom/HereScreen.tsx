'use client';
// The projector's window of a lesson on one device.

import './classroom.css';
import { useClassLanguage } from './ClassLanguage';
import { Projector } from './Projector';
import { useFragment } from './use-fragment';
import { useHereScreen } from './use-here';

export function HereScreen() {
  const born = useFragment('room');
  const { view, status } = useHereScreen(born ? Number(born) : null);
  useClassLanguage(view?.now.language);
  return <Projector channel={`here-${born}`} view={view} status={status} />;
}
