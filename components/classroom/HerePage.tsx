'use client';
// A lesson on one device, without a server: this is the teacher's window. The class has no phones; its numbers
// are thrown here, and its hands are counted.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { DEFAULT_LOCALE, localeOf } from '../i18n/locales';
import { at } from '../site';
import { useClassLanguage } from './ClassLanguage';
import { HereClass } from './HereClass';
import { HERE } from './local-room';
import { TeacherDesk } from './TeacherDesk';
import { useFragment } from './use-fragment';
import { useHereRoom } from './use-here';

export function HerePage() {
  const words = usePanelWords('classroomTeach');
  const lesson = useFragment('lesson');
  const language = localeOf(useFragment('language') ?? undefined) ?? DEFAULT_LOCALE;
  const { view, status, room, problem } = useHereRoom(lesson ?? null, language);
  useClassLanguage(view?.now.language);
  if (lesson === null || problem !== null) {
    return (
      <section className="teacher">
        <h1>{words('nothingHere')}</h1>
        <p role="alert">{problem}</p>
        <p>{words.rich('choose', { a: (place) => <a href={at('/classroom')}>{place}</a> })}</p>
      </section>
    );
  }
  if (!view || !room) return null;
  return (
    <section className="teacher" aria-label={words('teacher')}>
      <TeacherDesk
        channel={`here-${view.now.born}`}
        view={view}
        status={status}
        device={HERE}
        say={room.say}
      >
        <HereClass view={view} onAnswer={room.answer} />
        <section className="teacher-links" aria-labelledby="links-title">
          <h2 id="links-title">{words('oneDevice')}</h2>
          <p>{words('oneDeviceMore')}</p>
          <a
            className="button"
            href={at(`/classroom/here/screen#room=${view.now.born}`)}
            target="_blank"
            rel="noreferrer"
          >
            {words('openProjector')}
          </a>
        </section>
      </TeacherDesk>
    </section>
  );
}
