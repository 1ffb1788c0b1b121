'use client';
// The teacher's page: drives the lesson, reads the notes, sees the class, and runs the model for it.

import './classroom.css';
import { type Drive, FIRST_DRIVE, type Lesson } from '@/classroom';
import { Button } from '../ui/Button';
import { afterKey } from './drive';
import { LineSign } from './LineSign';
import { ModelPart } from './ModelPart';
import { TeacherCrowd } from './TeacherCrowd';
import { TeacherLinks } from './TeacherLinks';
import { TeacherScene } from './TeacherScene';
import { useKeys, useSharedKeys } from './use-keys';
import { useLinkKeys, useRoom } from './use-room';
import { useWakeLock } from './use-wake-lock';

export function TeacherPage({ code }: { code: string }) {
  const keys = useLinkKeys(code);
  const room = useRoom(code, keys?.key ?? null);
  const { view, status, device, say, problem } = room;
  useWakeLock();

  const scenes = (view?.lesson as Lesson | undefined)?.scenes ?? [];
  const drive: Drive = { ...FIRST_DRIVE, ...view?.now.drive };
  const drives = view?.now.driver === device;
  // Only the press that takes the wheel takes it: a device that comes back late does not.
  const go = (next: Drive, take = false) => say({ kind: 'drive', take, drive: next });

  function press(key: string): boolean {
    const next = drives ? afterKey(drive, key, scenes) : undefined;
    if (next) go(next);
    return next !== undefined;
  }
  useKeys(press);
  useSharedKeys(code, press);

  if (keys === null || (view && view.mine.role !== 'teacher')) {
    return (
      <section className="teacher">
        <h1>This address lacks its key</h1>
        <p>
          A teacher’s link ends with <code>#key=…</code>. Open it from where you kept it, or open a
          new room at <a href="/classroom">/classroom</a>.
        </p>
      </section>
    );
  }
  return (
    <section className="teacher" aria-label="Teacher">
      <LineSign status={status} />
      <p role="alert">{problem}</p>
      {view && !drives && status.kind !== 'gone' && (
        <div className="take">
          <p>
            {view.now.driver === null
              ? 'The room is open, and waits for you.'
              : 'Another device of yours drives this lesson.'}
          </p>
          <Button look="main" onClick={() => go(drive, true)}>
            {view.now.driver === null ? 'Begin the lesson' : 'Drive from here'}
          </Button>
        </div>
      )}
      {view && status.kind !== 'gone' && (
        <>
          <TeacherScene view={view} drive={drive} drives={drives} onDrive={go}>
            <ModelPart view={view} drives={drives} say={say} />
          </TeacherScene>
          <TeacherCrowd view={view} drive={drive} drives={drives} onDrive={go} />
          <TeacherLinks
            code={code}
            keys={keys ?? {}}
            drives={drives}
            onEnd={() => say({ kind: 'end' })}
          />
        </>
      )}
    </section>
  );
}
