'use client';
// The projector of a room that a server keeps; its key is in the fragment.

import './classroom.css';
import { Projector } from './Projector';
import { useLinkKeys, useRoom } from './use-room';

export function ScreenPage({ code }: { code: string }) {
  const keys = useLinkKeys(code);
  const { view, status } = useRoom(code, keys?.key ?? null);
  if (keys === null) {
    return (
      <section className="projector" aria-label="Projector">
        <p>This address lacks its key: open it from the teacher’s page.</p>
      </section>
    );
  }
  return <Projector channel={code} view={view} status={status} />;
}
