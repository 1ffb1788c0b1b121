'use client';

// A student's own random number: thrown, or turned by hand.

import type { Answer } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { Button } from '../ui/Button';
import { Dial } from '../ui/Dial';
import { writeU } from '../ui/unit-number';
import { throwU, useOwnAnswer } from './use-own-answer';

type OwnU = Extract<Answer, { u: number }>;

export type DiceFieldProps = Readonly<{
  answer: OwnU | undefined;
  onAnswer: (answer: OwnU) => void;
}>;

export function DiceField({ answer, onAnswer }: DiceFieldProps) {
  const words = usePanelWords('classroomRoom');
  const [own, setOwn] = useOwnAnswer(answer, onAnswer);
  return (
    <div className="dice-field">
      <Dial
        index={1}
        size="large"
        value={own?.u ?? 0}
        held={own?.by === 'hand'}
        unused={!own}
        onChange={(u) => setOwn({ u, by: 'hand' })}
      />
      <Button icon="dice" look="main" onClick={() => setOwn({ u: throwU(), by: 'chance' })}>
        {words('throw')}
      </Button>
      <p role="status">
        {own
          ? words(own.by === 'hand' ? 'byHand' : 'thrown', { u: writeU(own.u, words) })
          : words('noNumber')}
      </p>
    </div>
  );
}
