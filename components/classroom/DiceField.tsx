'use client';
// A student's own random number: thrown, or turned by hand.

import type { Answer } from '@/classroom';
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
        Throw
      </Button>
      <p role="status">{own ? words(own) : 'No number yet.'}</p>
    </div>
  );
}

function words({ u, by }: OwnU): string {
  return `Your number is ${writeU(u)}, ${by === 'hand' ? 'set by hand' : 'thrown'}.`;
}
