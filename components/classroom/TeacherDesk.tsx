'use client';
// What a teacher works at: the wheel, the notes, the class, the model. The same with a server and without.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { type ReactNode, useEffect, useState } from 'react';
import { type Drive, FIRST_DRIVE, type Lesson, type View, type Words } from '@/classroom';
import { Button } from '../ui/Button';
import type { LineStatus } from './connection';
import { afterKey, sameDrive } from './drive';
import { ModelPart } from './ModelPart';
import { TeacherCrowd } from './TeacherCrowd';
import { TeacherScene } from './TeacherScene';
import { useKeys, useSharedKeys } from './use-keys';
import { useWakeLock } from './use-wake-lock';

export type TeacherDeskProps = Readonly<{
  /** Names the room among the windows of this browser. */
  channel: string;
  view: View;
  status: LineStatus;
  /** This window's own device: whoever drives is known by it. */
  device: string;
  say: (words: Words) => void;
  children: ReactNode;
}>;

export function TeacherDesk(props: TeacherDeskProps) {
  const words = usePanelWords('classroomTeach');
  const { channel, view, status, device, say, children } = props;
  useWakeLock();
  const { scenes } = view.lesson as Lesson;
  const heard: Drive = { ...FIRST_DRIVE, ...view.now.drive };
  const drives = view.now.driver === device;
  // Two quick presses are two steps: the second goes on from the first, which the room may not have heard yet.
  const [ahead, setAhead] = useState<Drive | null>(null);
  const drive = (drives && ahead) || heard;

  // Only the press that takes the wheel takes it: a device that comes back late does not.
  function go(next: Drive, take = false) {
    setAhead(next);
    say({ kind: 'drive', take, drive: next });
  }

  const caughtUp = ahead !== null && (!drives || sameDrive(ahead, heard));
  useEffect(() => {
    if (caughtUp) setAhead(null);
  }, [caughtUp]);

  function press(key: string): boolean {
    const next = drives ? afterKey(drive, key, scenes) : undefined;
    if (next) go(next);
    return next !== undefined;
  }
  useKeys(press);
  useSharedKeys(channel, press);

  if (status.kind === 'gone') return null;
  return (
    <>
      {!drives && (
        <div className="take">
          <p>{words(view.now.driver === null ? 'waits' : 'another')}</p>
          <Button look="main" onClick={() => go(drive, true)}>
            {words(view.now.driver === null ? 'begin' : 'drive')}
          </Button>
        </div>
      )}
      <TeacherScene view={view} drive={drive} drives={drives} onDrive={go}>
        <ModelPart view={view} drives={drives} say={say} />
      </TeacherScene>
      {view.now.code !== '' && (
        <TeacherCrowd view={view} drive={drive} drives={drives} onDrive={go} />
      )}
      {children}
    </>
  );
}
