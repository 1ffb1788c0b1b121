'use client';
// The teacher's page of a room that a server keeps; the key in the fragment says who that is.

import './classroom.css';
import { at } from '../site';
import { LineSign } from './LineSign';
import { TeacherDesk } from './TeacherDesk';
import { TeacherLinks } from './TeacherLinks';
import { useLinkKeys, useRoom } from './use-room';

export function TeacherPage({ code }: { code: string }) {
  const keys = useLinkKeys(code);
  const { view, status, device, say, problem } = useRoom(code, keys?.key ?? null);

  if (keys === null || (view && view.mine.role !== 'teacher')) {
    return (
      <section className="teacher">
        <h1>This address lacks its key</h1>
        <p>
          A teacher’s link ends with <code>#key=…</code>. Open it from where you kept it, or open a
          new room at <a href={at('/classroom')}>/classroom</a>.
        </p>
      </section>
    );
  }
  return (
    <section className="teacher" aria-label="Teacher">
      <LineSign status={status} />
      <p role="alert">{problem}</p>
      {view && (
        <TeacherDesk channel={code} view={view} status={status} device={device} say={say}>
          <TeacherLinks
            code={code}
            keys={keys ?? {}}
            drives={view.now.driver === device}
            onEnd={() => say({ kind: 'end' })}
          />
        </TeacherDesk>
      )}
    </section>
  );
}
