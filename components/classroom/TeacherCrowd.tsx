'use client';
// Who is here, who has answered, and what the room lets them do.

import type { Drive, Lesson, View } from '@/classroom';
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
  const { crowd } = view;
  const { scenes } = view.lesson as Lesson;
  if (!crowd) return null;
  const scene = scenes[drive.scene]?.id ?? '';
  const [choices, numbers] = [crowd.choices[scene] ?? {}, crowd.numbers[scene] ?? {}];
  const here = crowd.people.filter((person) => person.here).length;
  const switches = [
    { key: 'locked', label: 'Nobody else comes in' },
    { key: 'anonymous', label: 'No aliases on the projector' },
  ] as const;
  return (
    <section className="teacher-crowd" aria-labelledby="crowd-title">
      <h2 id="crowd-title">
        {here} of {crowd.people.length} here{givenWords(view)}
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
        <summary>Who is here</summary>
        <table className="crowd-table">
          <thead>
            <tr>
              <th scope="col">alias</th>
              <th scope="col">line</th>
              <th scope="col">where</th>
              <th scope="col">has given</th>
              <th scope="col">
                <span className="words">show on the projector, remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {crowd.people.map(({ person, alias, here, where }) => (
              <tr key={person}>
                <th scope="row">{alias}</th>
                <td>{here ? 'here' : 'away'}</td>
                <td>{scenes.find(({ id }) => id === where)?.title ?? 'with the class'}</td>
                <td>
                  {[choices[person] && 'vote', numbers[person] && 'numbers']
                    .filter(Boolean)
                    .join(', ') || '–'}
                </td>
                <td>
                  {numbers[person] && (
                    <Button
                      look="bare"
                      disabled={!drives}
                      aria-pressed={drive.spot === person}
                      aria-label={`Show ${alias} alone on the projector`}
                      onClick={() => onDrive(spot(drive, person))}
                    >
                      {drive.spot === person ? 'Show all' : 'Show'}
                    </Button>
                  )}
                  <Button
                    look="bare"
                    disabled={!drives}
                    aria-label={`Remove ${alias}`}
                    onClick={() => onDrive(remove(drive, person))}
                  >
                    Remove
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
