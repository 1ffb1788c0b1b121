'use client';
// The projector of a room that a server keeps; its key is in the fragment.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { useClassLanguage } from './ClassLanguage';
import { Projector } from './Projector';
import { useLinkKeys, useRoom } from './use-room';

export function ScreenPage({ code }: { code: string }) {
  const words = usePanelWords('classroomRoom');
  const keys = useLinkKeys(code);
  const { view, status } = useRoom(code, keys?.key ?? null);
  useClassLanguage(view?.now.language);
  if (keys === null) {
    return (
      <section className="projector" aria-label={words('projector')}>
        <p>{words('noKey')}</p>
      </section>
    );
  }
  return <Projector channel={code} view={view} status={status} />;
}
