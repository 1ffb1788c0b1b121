'use client';
// A student's own random number: thrown, or turned by hand.

import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@/classroom';
import { Button } from '../ui/Button';
import { Dial } from '../ui/Dial';
import { writeU } from '../ui/unit-number';

type OwnU = Extract<Answer, { u: number }>;

export type DiceFieldProps = Readonly<{
  answer: OwnU | undefined;
  onAnswer: (answer: OwnU) => void;
}>;

/** A dial that rests this long is said, ms. */
const REST_MS = 300;

export function DiceField({ answer, onAnswer }: DiceFieldProps) {
  const [own, setOwn] = useState<OwnU | undefined>(answer);
  const latest = useRef(onAnswer);
  const said = useRef<OwnU | undefined>(answer);

  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => {
    if (!own || own === said.current) return;
    const timer = setTimeout(() => {
      said.current = own;
      latest.current(own);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [own]);

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

/** A multiple of 2^-24 in [0, 1), from the browser's own randomness. */
function throwU(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (word >>> 8) / 2 ** 24;
}

function words({ u, by }: OwnU): string {
  return `Your number is ${writeU(u)}, ${by === 'hand' ? 'set by hand' : 'thrown'}.`;
}
