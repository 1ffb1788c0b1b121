'use client';
// How freely the model picks, and whether the student has learnt to draft at such a temperature.

import './shared.css';
import type { Config } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { usePanelWords } from '../i18n/PanelWords';
import { setTemperature } from '../notebook/actions';
import { Slider } from '../ui/Slider';
import { useHand } from './use-hand';

export type TemperatureFieldProps = Readonly<{ config: Config; temperature: number }>;

export function TemperatureField({ config, temperature }: TemperatureFieldProps) {
  const words = usePanelWords('notebook');
  const { move, around } = useHand();
  return (
    <div className="temperature" {...around}>
      <Slider
        label={words('temperature')}
        value={temperature}
        min={0}
        max={1.5}
        step={0.1}
        text={words.number(temperature, 1)}
        onChange={(next) =>
          move((choices) => setTemperature(choices, 'tales', Number(next.toFixed(1))))
        }
      />
      <p role="status">{meaningOf(config.temperature_knots, temperature, words)}</p>
    </div>
  );
}

/** The same for a figure without the slider, where a link has set a temperature that the student has not seen. */
export function TemperatureNote({ config, temperature }: TemperatureFieldProps) {
  const words = usePanelWords('notebook');
  const knots = config.temperature_knots;
  if (temperature >= Math.min(...knots) && temperature <= Math.max(...knots)) return null;
  return <p className="provenance-note">{meaningOf(knots, temperature, words)}</p>;
}

/** What a temperature means for the student, trained at those of its `knots`. */
function meaningOf(
  knots: readonly number[],
  temperature: number,
  words: PanelWordsOf<'notebook'>,
): string {
  const least = Math.min(...knots);
  const most = Math.max(...knots);
  const at = { least: words.number(least), most: words.number(most) };
  const trained = least === most ? words('trainedAt', at) : words('trainedFrom', at);
  if (temperature === 0) return words('temperatureZero', { trained });
  const within = temperature >= least && temperature <= most;
  return words(within ? 'temperatureWithin' : 'temperatureBeyond', { trained });
}
