'use client';
// A lesson on one device, without a server: this is the teacher's window. The class has no phones; its numbers
// are thrown here, and its hands are counted.

import './classroom.css';
import { at } from '../site';
import { HereClass } from './HereClass';
import { HERE } from './local-room';
import { TeacherDesk } from './TeacherDesk';
import { useFragment } from './use-fragment';
import { useHereRoom } from './use-here';

export function HerePage() {
  const lesson = useFragment('lesson');
  const { view, status, room, problem } = useHereRoom(lesson ?? null);
  if (lesson === null || problem !== null) {
    return (
      <section className="teacher">
        <h1>No lesson is open here</h1>
        <p role="alert">{problem}</p>
        <p>
          Choose one at <a href={at('/classroom')}>/classroom</a>.
        </p>
      </section>
    );
  }
  if (!view || !room) return null;
  return (
    <section className="teacher" aria-label="Teacher">
      <TeacherDesk
        channel={`here-${view.now.born}`}
        view={view}
        status={status}
        device={HERE}
        say={room.say}
      >
        <HereClass view={view} onAnswer={room.answer} />
        <section className="teacher-links" aria-labelledby="links-title">
          <h2 id="links-title">One device</h2>
          <p>
            This lesson is in this browser alone: no server, no network, no phones. The projector’s
            window follows this one as long as both are open; a reload goes on where it was.
          </p>
          <a
            className="button"
            href={at(`/classroom/here/screen#room=${view.now.born}`)}
            target="_blank"
            rel="noreferrer"
          >
            Open the projector window
          </a>
        </section>
      </TeacherDesk>
    </section>
  );
}
