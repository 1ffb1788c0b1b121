'use client';
// Running totals of every method on the same u's, until as many tokens are written as are shown; and what
// each method does.

import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { isRecorded } from '../notebook/recorded';
import type { Traces } from '../notebook/state';
import { FAMILY_OF, type Family, useRacers } from './methods';
import { totalsUntil } from './rounds';

export type RaceTableProps = Readonly<{
  traces: Traces;
  method: MethodName;
  /** Methods that run, the shown one among them. */
  race: readonly MethodName[];
  onToggle: (method: MethodName) => void;
  /** Tokens written by the shown method so far. */
  tokens: number;
  /** The run was recorded, not computed in this tab. */
  recorded: boolean;
}>;

export function RaceTable(props: RaceTableProps) {
  const words = usePanelWords('accept');
  const shared = usePanelWords('notebook');
  const racers = useRacers();
  const { traces, method, race, onToggle, tokens, recorded } = props;
  const others = racers.filter(
    ({ method: name, keeps }) => race.includes(name) && keeps !== 'text',
  );
  return (
    <div className="race-box">
      <table className="table race-table">
        <caption>
          {words('until', {
            tokens,
            others: others.map(({ label }) => words('but', { method: label })).join(''),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words('headMethod')}</th>
            <th scope="col">{words('headCalls')}</th>
            <th scope="col">{words('headSmall')}</th>
            <th scope="col">{words('headEach')}</th>
            <th scope="col">{words('headRows')}</th>
            <th scope="col">{words('headTime')}</th>
          </tr>
        </thead>
        <tbody>
          {racers.map(({ method: name, label, description }) => {
            const trace = traces[name];
            const totals = trace ? totalsUntil(trace, tokens) : null;
            return (
              <tr key={name} data-shown={name === method || undefined}>
                <th scope="row" title={description}>
                  <label>
                    <input
                      type="checkbox"
                      checked={race.includes(name)}
                      disabled={name === method}
                      onChange={() => onToggle(name)}
                    />
                    <Key method={name} />
                    {label}
                  </label>
                </th>
                {totals ? (
                  <>
                    <td className="number">{totals.calls}</td>
                    <td className="number">{totals.smallCalls || '–'}</td>
                    <td className="number">{words.number(totals.tokens / totals.calls, 2)}</td>
                    <td className="number">{totals.rows}</td>
                    <td className="number">
                      {/* Not yet run here: its time belongs to another machine. */}
                      {!recorded && isRecorded(trace) ? '…' : `${totals.ms.toFixed(0)} ms`}
                    </td>
                  </>
                ) : (
                  <td colSpan={5}>{words(race.includes(name) ? 'notYet' : 'notRacing')}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{words('raceNote', { where: shared(recorded ? 'elsewhere' : 'here') })}</p>
    </div>
  );
}

/** One line on each method, beside its stroke in the charts: a colour for each family. */
export function RaceWords() {
  const words = usePanelWords('accept');
  const racers = useRacers();
  return (
    <div className="race-words">
      {FAMILIES.map((family) => (
        <section key={family}>
          <h4>{words(family)}</h4>
          <dl>
            {racers
              .filter(({ method }) => FAMILY_OF[method] === family)
              .map(({ method, label, description }) => (
                <div key={method}>
                  <dt>
                    <Key method={method} />
                    {label}
                  </dt>
                  <dd>{description}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const FAMILIES: readonly Family[] = ['none', 'older', 'chain', 'independent', 'numbers'];

function Key({ method }: Readonly<{ method: MethodName }>) {
  return (
    <svg className="race-key" viewBox="0 0 22 8" aria-hidden="true">
      <path d="M1 4H21" className="race" data-method={method} />
    </svg>
  );
}
