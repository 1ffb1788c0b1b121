// The browser's own range input, in our clothes: keyboard, touch and screen readers come with it.

import { type CSSProperties, useId } from 'react';

export type SliderProps = Readonly<{
  label: string;
  /** Say the label to screen readers only. */
  hideLabel?: boolean | undefined;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words or with its unit; also read aloud. */
  text?: string | undefined;
  disabled?: boolean | undefined;
  onChange: (value: number) => void;
}>;

/** A labelled slider; the value stands beside the label with tabular figures. */
export function Slider(props: SliderProps) {
  const { label, hideLabel, value, min, max, step, text, disabled, onChange } = props;
  const id = useId();
  const filled = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <div className="field" style={{ width: '100%' }}>
      <span className={hideLabel ? 'words' : 'flex justify-between gap-3'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <output className="figures" htmlFor={id}>
          {text ?? value}
        </output>
      </span>
      <input
        id={id}
        type="range"
        className="range"
        style={{ '--filled': `${filled}%` } as CSSProperties}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
