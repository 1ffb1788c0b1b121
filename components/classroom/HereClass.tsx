'use client';

// A class without phones, by the teacher's hand: numbers are thrown for it, hands are counted.

import { useState } from 'react';
import { type Answer, type Lesson, OWN_NUMBERS, type View } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { Button } from '../ui/Button';
import { throwU } from './use-own-answer';

export type HereClassProps = Readonly<{
  view: View;
  onAnswer: (seat: number, scene: string, answer: Answer) => void;
}>;

const SIZES = [10, 30, 100] as const;

export function HereClass({ view, onAnswer }: HereClassProps) {
  const words = usePanelWords('classroomTeach');
  const [size, setSize] = useState<number>(30);
  const scene = (view.lesson as Lesson).scenes[view.now.drive.scene];
  if (!scene) return null;
  const kind = scene.show?.kind;
  const throws = kind === 'dice' || kind === 'own';
  if (!throws && !scene.question) return null;
  const votes = view.crowd?.votes ?? 0;
  const thrown = Object.keys(view.crowd?.numbers[scene.id] ?? {}).length;
  const throwAll = () => {
    for (let seat = 1; seat <= size; seat++) {
      const by = 'chance';
      const us = () => Array.from({ length: OWN_NUMBERS }, throwU);
      onAnswer(seat, scene.id, kind === 'own' ? { us: us(), by } : { u: throwU(), by });
    }
  };
  return (
    <section aria-labelledby="class-title">
      <h2 id="class-title">{words('class')}</h2>
      {throws && (
        <div className="button-row">
          <label>
            {words('seats')}{' '}
            <select
              className="field-input"
              aria-label={words('seats')}
              value={size}
              onChange={(event) => setSize(Number(event.target.value))}
            >
              {SIZES.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
          <Button icon="dice" onClick={throwAll}>
            {words('throwAll')}
          </Button>
          <span>{words('thrown', { thrown })}</span>
        </div>
      )}
      {scene.question && (
        <div className="button-row">
          {scene.question.choices.map((choice, k) => (
            <Button
              key={choice}
              onClick={() => onAnswer(votes + 1, scene.id, { choice: k })}
              aria-label={words('oneMore', { choice })}
            >
              + {choice}
            </Button>
          ))}
          <span>{words('hands', { votes })}</span>
        </div>
      )}
    </section>
  );
}
