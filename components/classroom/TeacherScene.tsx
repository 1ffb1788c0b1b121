'use client';

// What is on now, what comes next, and the wheel.

import { type ReactNode, useEffect, useState } from 'react';
import type { Drive, Lesson, View } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
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

const MODES = ['follow', 'explore', 'pause'] as const;

export function TeacherScene({ view, drive, drives, onDrive, children }: TeacherSceneProps) {
  const words = usePanelWords('classroomTeach');
  const lesson = view.lesson as Lesson;
  const { scenes } = lesson;
  const scene = scenes[drive.scene];
  if (!scene) return null;
  const after = scenes[drive.scene + 1];
  const phones = view.now.code !== '';
  const revealed = drive.revealed.includes(scene.id);
  const result = view.results[scene.id];
  /** The scene is at its end, and what the class said has not been shown: that comes before the next one. */
  const waits = scene.question && !revealed && drive.step + 1 >= scene.steps.length;
  return (
    <>
      <div className="teacher-wheel">
        <div className="button-row">
          <Button
            icon="back"
            disabled={!drives || back(drive, scenes) === drive}
            onClick={() => onDrive(back(drive, scenes))}
          >
            {words('back')}
          </Button>
          <Button
            icon="forward"
            look={waits ? 'quiet' : 'main'}
            disabled={!drives || next(drive, scenes) === drive}
            onClick={() => onDrive(next(drive, scenes))}
          >
            {words('next')}
          </Button>
          {scene.question && (
            <Button
              look={waits ? 'main' : 'quiet'}
              disabled={!drives}
              onClick={() => onDrive(toggleReveal(drive, scene.id))}
            >
              {words(revealed ? 'hide' : 'reveal')} <kbd>r</kbd>
            </Button>
          )}
          <Button disabled={!drives} onClick={() => onDrive({ ...drive, black: !drive.black })}>
            {words(drive.black ? 'light' : 'black')} <kbd>b</kbd>
          </Button>
          {phones && (
            <Button
              disabled={!drives}
              onClick={() => onDrive({ ...drive, joining: !drive.joining })}
            >
              {words(drive.joining ? 'hideCode' : 'showCode')} <kbd>j</kbd>
            </Button>
          )}
        </div>
        {phones && (
          <Segmented
            label={words('class')}
            value={drive.mode}
            options={MODES.map((value) => ({ value, label: words(value) }))}
            onChange={(mode) => {
              if (drives) onDrive({ ...drive, mode });
            }}
          />
        )}
        {drive.mode === 'explore' && <Range scenes={scenes} {...{ drive, drives, onDrive }} />}
        <Clock
          lesson={lesson}
          since={drive.began ?? view.now.born}
          begun={drive.began !== null}
          scene={drive.scene}
          onRestart={drives ? () => onDrive({ ...drive, began: Date.now() }) : undefined}
        />
      </div>
      <h1>
        <span className="figures">{drive.scene + 1}</span> {scene.title}{' '}
        <span className="text-soft">
          {words('step', { step: drive.step + 1, steps: scene.steps.length })}
        </span>
      </h1>
      <div className="teacher-columns">
        <div>
          <h2>{words('notes')}</h2>
          <p className="teacher-notes">{scene.notes}</p>
        </div>
        <div>
          <h2>{words('onProjector')}</h2>
          <ol className="teacher-steps">
            {scene.steps.map((step, k) => (
              <li key={step} data-now={k === drive.step || undefined}>
                {step}
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h2>{words('nextTitle')}</h2>
          {after ? (
            <p>
              <b>{after.title}</b>, {after.minutes} min. {after.steps[0]}
            </p>
          ) : (
            <p>{words('last')}</p>
          )}
          <label className="field">
            <span className="field-label">{words('jump')}</span>
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
      {scene.question && !revealed && <p className="text-soft">{words('onlyYou')}</p>}
      {children}
    </>
  );
}

type RangeProps = Pick<TeacherSceneProps, 'drive' | 'drives' | 'onDrive'> & Pick<Lesson, 'scenes'>;

/** How far students may look round. */
function Range({ scenes, drive, drives, onDrive }: RangeProps) {
  const words = usePanelWords('classroomTeach');
  const [from, to] = [drive.range[0], Math.min(drive.range[1], scenes.length - 1)];
  const ends = [
    {
      label: words('from'),
      name: words('first'),
      value: from,
      range: (at: number) => [at, Math.max(at, to)],
    },
    {
      label: words('to'),
      name: words('lastScene'),
      value: to,
      range: (at: number) => [Math.min(at, from), at],
    },
  ] as const;
  return (
    <fieldset className="field teacher-range">
      <legend className="field-label">{words('range')}</legend>
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

type ClockProps = Readonly<{
  lesson: Lesson;
  /** Zero of the clock, ms; set by the teacher, or when the room was opened. */
  since: number;
  begun: boolean;
  scene: number;
  onRestart: (() => void) | undefined;
}>;

/** Minutes of the lesson, and where the plan would be. Rooms are opened long before a lesson begins. */
function Clock({ lesson, since, begun, scene, onRestart }: ClockProps) {
  const words = usePanelWords('classroomTeach');
  const [now, setNow] = useState(since);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const minutes = (to: number) =>
    lesson.scenes.slice(0, to).reduce((sum, { minutes }) => sum + minutes, 0);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className="teacher-clock">
      {words.rich(
        begun ? 'clockSet' : 'clockOpened',
        { b: (time) => <b className="figures">{time}</b> },
        {
          clock,
          end: `${minutes(scene + 1)}:00`,
          whole: `${minutes(lesson.scenes.length)}:00`,
        },
      )}{' '}
      <Button look="bare" disabled={!onRestart} onClick={() => onRestart?.()}>
        {words('zero')}
      </Button>
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
