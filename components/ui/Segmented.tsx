// One of a few: radio buttons side by side, so arrow keys and screen readers work by themselves.

import { useId } from 'react';

export type SegmentedProps<T extends string | number> = Readonly<{
  label: string;
  /** Say the label to screen readers only. */
  hideLabel?: boolean | undefined;
  value: T;
  options: readonly Readonly<{ value: T; label: string; title?: string; disabled?: boolean }>[];
  onChange: (value: T) => void;
}>;

/** A choice among a few short words: side by side up to four, a table of more. */
export function Segmented<T extends string | number>(props: SegmentedProps<T>) {
  const { label, hideLabel, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className="field">
      <legend className={hideLabel ? 'words' : 'field-label'}>{label}</legend>
      <div className="segmented">
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
