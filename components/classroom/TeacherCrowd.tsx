'use client';

// Who is here, who has answered, and what the room lets them do.

import type { Drive, Lesson, View } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { Button } from '../ui/Button';
import { remove, spot } from './drive';
import { givenWords } from './given-words';

export type TeacherCrowdProps = Readonly<{
  view: View;
  drive: Drive;
  drives: boolean;
  onDrive: (drive: Drive) => void;
}>;

export function TeacherCrowd({ view, drive, drives, onDrive }: TeacherCrowdProps) {
  const words = usePanelWords('classroomTeach');
  const room = usePanelWords('classroomRoom');
  const { crowd } = view;
  const { scenes } = view.lesson as Lesson;
  if (!crowd) return null;
  const scene = scenes[drive.scene]?.id ?? '';
  const [choices, numbers] = [crowd.choices[scene] ?? {}, crowd.numbers[scene] ?? {}];
  const here = crowd.people.filter((person) => person.here).length;
  const switches = [
    { key: 'locked', label: words('locked') },
    { key: 'anonymous', label: words('anonymous') },
  ] as const;
  return (
    <section className="teacher-crowd" aria-labelledby="crowd-title">
      <h2 id="crowd-title">
        {words('present', { here, people: crowd.people.length })}
        {givenWords(view, room)}
      </h2>
      <div className="button-row">
        {switches.map(({ key, label }) => (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={drive[key]}
              disabled={!drives}
              onChange={() => onDrive({ ...drive, [key]: !drive[key] })}
            />
            {label}
          </label>
        ))}
      </div>
      <details>
        <summary>{words('whoIsHere')}</summary>
        <table className="crowd-table">
          <thead>
            <tr>
              <th scope="col">{words('alias')}</th>
              <th scope="col">{words('line')}</th>
              <th scope="col">{words('where')}</th>
              <th scope="col">{words('given')}</th>
              <th scope="col">
                <span className="words">{words('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {crowd.people.map(({ person, alias, here, where }) => (
              <tr key={person}>
                <th scope="row">{alias}</th>
                <td>{words(here ? 'isHere' : 'isAway')}</td>
                <td>
                  {(drive.mode === 'explore' && scenes.find(({ id }) => id === where)?.title) ||
                    words('withClass')}
                </td>
                <td>
                  {[choices[person] && words('vote'), numbers[person] && words('numbers')]
                    .filter(Boolean)
                    .join(', ') || '–'}
                </td>
                <td>
                  {numbers[person] && (
                    <Button
                      look="bare"
                      disabled={!drives}
                      aria-pressed={drive.spot === person}
                      aria-label={words('showAlone', { alias })}
                      onClick={() => onDrive(spot(drive, person))}
                    >
                      {words(drive.spot === person ? 'showAll' : 'show')}
                    </Button>
                  )}
                  <Button
                    look="bare"
                    disabled={!drives}
                    aria-label={words('removeOne', { alias })}
                    onClick={() => onDrive(remove(drive, person))}
                  >
                    {words('remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
