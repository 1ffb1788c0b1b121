'use client';
// How freely the model picks, and whether the student has learnt to draft at such a temperature.

import type { Config } from '@/gpu';
import { setTemperature } from '../notebook/actions';
import { Slider } from '../ui/Slider';
import { useHand } from './use-hand';

export type TemperatureFieldProps = Readonly<{ config: Config; temperature: number }>;

export function TemperatureField({ config, temperature }: TemperatureFieldProps) {
  const { move, around } = useHand();
  const words = temperatureWords(config.temperature_knots, temperature);
  return (
    <div className="temperature" {...around}>
      <Slider
        label="Temperature"
        value={temperature}
        min={0}
        max={1.5}
        step={0.1}
        text={temperature.toFixed(1)}
        onChange={(next) =>
          move((choices) => setTemperature(choices, 'tales', Number(next.toFixed(1))))
        }
      />
      <p role="status">{words}</p>
    </div>
  );
}

/** What a temperature means for the student, trained at those of its `knots`. */
export function temperatureWords(knots: readonly number[], temperature: number): string {
  const least = Math.min(...knots);
  const most = Math.max(...knots);
  const trained = least === most ? `at ${least}` : `from ${least} to ${most}`;
  if (temperature === 0) {
    return `At 0 the most probable token always wins and the random numbers decide nothing: to know them helps no draft. Nor was the drafting model trained there, but ${trained}. Independent heads then keep as much as O-PTP, or more.`;
  }
  if (temperature < least || temperature > most) {
    return `The drafting model was trained ${trained}. Here it drafts worse: fewer tokens are accepted, the text stays exact.`;
  }
  return `Within what the drafting model was trained for, ${trained}.`;
}
