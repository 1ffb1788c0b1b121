'use client';
// The teacher's page of a room that a server keeps; the key in the fragment says who that is.

import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import './classroom.css';
import { useClassLanguage } from './ClassLanguage';
import { LineSign } from './LineSign';
import { TeacherDesk } from './TeacherDesk';
import { TeacherLinks } from './TeacherLinks';
import { useLinkKeys, useRoom } from './use-room';

export function TeacherPage({ code }: { code: string }) {
  const words = usePanelWords('classroomTeach');
  const keys = useLinkKeys(code);
  const { view, status, device, say, problem } = useRoom(code, keys?.key ?? null);
  useClassLanguage(view?.now.language);

  if (keys === null || (view && view.mine.role !== 'teacher')) {
    return (
      <section className="teacher">
        <h1>{words('noKey')}</h1>
        <p>
          {words.rich('noKeyMore', {
            key: (sign) => <code>{sign}</code>,
            a: (place) => <a href={at('/classroom')}>{place}</a>,
          })}
        </p>
      </section>
    );
  }
  return (
    <section className="teacher" aria-label={words('teacher')}>
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
