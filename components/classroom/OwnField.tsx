'use client';

// A student's own numbers for a whole name: thrown together, the first ones turned by hand.

import { OWN_NUMBERS } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { Button } from '../ui/Button';
import { Dial } from '../ui/Dial';
import { throwU, useOwnAnswer } from './use-own-answer';

/** Dials on show; the numbers behind them are left to chance. */
const DIALS = 8;

type Numbers = Readonly<{ us: number[]; by: 'hand' | 'chance' }>;

export type OwnFieldProps = Readonly<{
  answer: Numbers | undefined;
  onAnswer: (answer: Numbers) => void;
}>;

export function OwnField({ answer, onAnswer }: OwnFieldProps) {
  const words = usePanelWords('classroomRoom');
  const [own, setOwn] = useOwnAnswer(answer, onAnswer);
  const thrown = () => Array.from({ length: OWN_NUMBERS }, throwU);

  function turn(place: number, u: number) {
    setOwn({ us: (own?.us ?? thrown()).with(place, u), by: 'hand' });
  }

  return (
    <div className="own-field">
      <div className="own-dials">
        {Array.from({ length: DIALS }, (_, k) => (
          <Dial
            // biome-ignore lint/suspicious/noArrayIndexKey: the k-th dial is the k-th dial
            key={k}
            index={k + 1}
            value={own?.us[k] ?? 0}
            unused={!own}
            onChange={(u) => turn(k, u)}
          />
        ))}
      </div>
      <Button icon="dice" look="main" onClick={() => setOwn({ us: thrown(), by: 'chance' })}>
        {words('throw')}
      </Button>
      <p role="status">
        {own ? words('ownNumbers', { count: OWN_NUMBERS, dials: DIALS }) : words('noNumbers')}
      </p>
    </div>
  );
}
