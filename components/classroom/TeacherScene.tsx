'use client';
// What is on now, what comes next, and the wheel.

import { type ReactNode, useEffect, useState } from 'react';
import type { Drive, Lesson, View } from '@/classroom';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { back, jump, next, toggleReveal } from './drive';
import { QuestionBox } from './QuestionBox';

export type TeacherSceneProps = Readonly<{
  view: View;
  drive: Drive;
  drives: boolean;
  onDrive: (drive: Drive) => void;
  children: ReactNode;
}>;

const MODES = [
  { value: 'follow', label: 'Follow me' },
  { value: 'explore', label: 'Look round' },
  { value: 'pause', label: 'Eyes to the front' },
] as const;

export function TeacherScene({ view, drive, drives, onDrive, children }: TeacherSceneProps) {
  const lesson = view.lesson as Lesson;
  const { scenes } = lesson;
  const scene = scenes[drive.scene];
  if (!scene) return null;
  const after = scenes[drive.scene + 1];
  const revealed = drive.revealed.includes(scene.id);
  const result = view.results[scene.id];
  return (
    <>
      <div className="teacher-wheel">
        <div className="button-row">
          <Button icon="back" disabled={!drives} onClick={() => onDrive(back(drive, scenes))}>
            Back
          </Button>
          <Button
            icon="forward"
            look="main"
            disabled={!drives}
            onClick={() => onDrive(next(drive, scenes))}
          >
            Next
          </Button>
          {scene.question && (
            <Button disabled={!drives} onClick={() => onDrive(toggleReveal(drive, scene.id))}>
              {revealed ? 'Hide the results' : 'Reveal the results'} <kbd>r</kbd>
            </Button>
          )}
          <Button disabled={!drives} onClick={() => onDrive({ ...drive, black: !drive.black })}>
            {drive.black ? 'Light' : 'Black'} <kbd>b</kbd>
          </Button>
          <Button disabled={!drives} onClick={() => onDrive({ ...drive, joining: !drive.joining })}>
            {drive.joining ? 'Hide the code' : 'Show the code'} <kbd>j</kbd>
          </Button>
        </div>
        <Segmented
          label="The class"
          value={drive.mode}
          options={MODES}
          onChange={(mode) => {
            if (drives) onDrive({ ...drive, mode });
          }}
        />
        {drive.mode === 'explore' && <Range scenes={scenes} {...{ drive, drives, onDrive }} />}
        <Clock lesson={lesson} born={view.now.born} scene={drive.scene} />
      </div>
      <h1>
        <span className="figures">{drive.scene + 1}</span> {scene.title}{' '}
        <span className="text-soft">
          step {drive.step + 1} of {scene.steps.length}
        </span>
      </h1>
      <div className="teacher-columns">
        <div>
          <h2>Notes</h2>
          <p className="teacher-notes">{scene.notes}</p>
        </div>
        <div>
          <h2>On the projector</h2>
          <ol className="teacher-steps">
            {scene.steps.map((words, k) => (
              <li key={words} data-now={k === drive.step || undefined}>
                {words}
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h2>Next</h2>
          {after ? (
            <p>
              <b>{after.title}</b>, {after.minutes} min. {after.steps[0]}
            </p>
          ) : (
            <p>This is the last scene.</p>
          )}
          <label className="field">
            <span className="field-label">Jump to</span>
            <select
              className="field-input"
              value={drive.scene}
              disabled={!drives}
              onChange={(event) => {
                onDrive(jump(drive, Number(event.target.value)));
                event.target.blur(); // the next key is the clicker's
              }}
            >
              <SceneOptions scenes={scenes} />
            </select>
          </label>
        </div>
      </div>
      {scene.question && <QuestionBox question={scene.question} result={result} />}
      {scene.question && !revealed && (
        <p className="text-soft">Only you see this count until you reveal it.</p>
      )}
      {children}
    </>
  );
}

type RangeProps = Pick<TeacherSceneProps, 'drive' | 'drives' | 'onDrive'> & Pick<Lesson, 'scenes'>;

/** How far students may look round. */
function Range({ scenes, drive, drives, onDrive }: RangeProps) {
  const [from, to] = [drive.range[0], Math.min(drive.range[1], scenes.length - 1)];
  const ends = [
    {
      label: 'from',
      name: 'First scene',
      value: from,
      range: (at: number) => [at, Math.max(at, to)],
    },
    { label: 'to', name: 'Last scene', value: to, range: (at: number) => [Math.min(at, from), at] },
  ] as const;
  return (
    <fieldset className="field teacher-range">
      <legend className="field-label">They may look at</legend>
      {ends.map(({ label, name, value, range }) => (
        <label key={label}>
          {label}{' '}
          <select
            className="field-input"
            aria-label={name}
            value={value}
            disabled={!drives}
            onChange={(event) => {
              const [first = 0, last = 0] = range(Number(event.target.value));
              onDrive({ ...drive, range: [first, last] });
            }}
          >
            <SceneOptions scenes={scenes} />
          </select>
        </label>
      ))}
    </fieldset>
  );
}

/** Minutes since the room was opened, and where the plan would be. */
function Clock({ lesson, born, scene }: { lesson: Lesson; born: number; scene: number }) {
  const [now, setNow] = useState(born);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const minutes = (to: number) =>
    lesson.scenes.slice(0, to).reduce((sum, { minutes }) => sum + minutes, 0);
  const seconds = Math.max(0, Math.floor((now - born) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className="teacher-clock">
      <b className="figures">{clock}</b> since the room was opened; this scene is planned to end at{' '}
      <span className="figures">{minutes(scene + 1)}:00</span> of{' '}
      <span className="figures">{minutes(lesson.scenes.length)}:00</span>
    </p>
  );
}

/** The scenes of a lesson to choose from, by place. */
function SceneOptions({ scenes }: Pick<Lesson, 'scenes'>) {
  return scenes.map(({ id, title }, k) => (
    <option key={id} value={k}>
      {k + 1}. {title}
    </option>
  ));
}
