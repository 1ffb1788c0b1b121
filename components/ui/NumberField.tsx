'use client';
// A whole or decimal number typed by hand. Says in words what is wrong; never jumps while typing.

import { useId, useState } from 'react';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';

export type NumberFieldProps = Readonly<{
  label: string;
  value: number;
  /** Smallest and largest value, both allowed. */
  min: number;
  max: number;
  /** Allow decimals; whole numbers otherwise. */
  decimal?: boolean | undefined;
  /** Width in characters. */
  width?: number | undefined;
  onChange: (value: number) => void;
}>;

/** Digits as people write them: no `0x10`, no `1e3`. */
const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/** Checks what was typed; a string is the sentence to show. */
export function readNumber(
  text: string,
  min: number,
  max: number,
  decimal: boolean,
  words: PanelWordsOf<'ui'>,
) {
  const written = text.trim();
  const about = { written, min, max, kind: decimal ? 'decimal' : 'whole' };
  if (written === '') return words('numberMissing', about);
  if (!(decimal ? DECIMAL : WHOLE).test(written)) return words('numberOdd', about);
  const value = Number(written.replace(',', '.'));
  return value < min || value > max ? words('numberOutside', about) : value;
}

/** A labelled number; committed on Enter and on leaving, arrow keys step whole numbers by one. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, decimal = false, width = 12, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const [known, setKnown] = useState(value);
  const id = useId();
  const words = usePanelWords('ui');
  // The value was changed from outside: what stands in the box answers the old one.
  if (known !== value) {
    setKnown(value);
    setTyped(undefined);
  }
  const text = typed ?? String(value);
  const read = readNumber(text, min, max, decimal, words);
  const problem = typeof read === 'string' ? read : undefined;

  function commit() {
    if (typeof read !== 'number') return;
    setTyped(undefined);
    if (read !== value) onChange(read);
  }

  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-input"
        style={{ width: `${width}ch` }}
        inputMode={decimal ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setTyped(undefined);
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (step === 0 || decimal || typeof read !== 'number') return;
          event.preventDefault();
          setTyped(undefined);
          onChange(Math.min(max, Math.max(min, read + step)));
        }}
      />
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="status">
          {problem}
        </span>
      )}
    </div>
  );
}
