// Running totals of every method on the same u's, until as many tokens are written as are shown; and what
// each method does.

import type { MethodName } from '@/gpu';
import { isRecorded } from '../notebook/recorded';
import type { Traces } from '../notebook/state';
import { FAMILY_OF, type Family, RACERS } from './methods';
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
  const { traces, method, race, onToggle, tokens, recorded } = props;
  const others = RACERS.filter(
    ({ method: name, keeps }) => race.includes(name) && keeps !== 'text',
  );
  return (
    <div className="race-box">
      <table className="table race-table">
        <caption>
          Until {tokens} {tokens === 1 ? 'token is' : 'tokens are'} written, the same by every
          method{others.map(({ label }) => ` but ${label}, which keeps the distribution alone`)}. A
          ticked method runs, and can be chosen above under Method.
        </caption>
        <thead>
          <tr>
            <th scope="col">method</th>
            <th scope="col">calls</th>
            <th scope="col">small</th>
            <th scope="col">tokens a call</th>
            <th scope="col">rows</th>
            <th scope="col">time</th>
          </tr>
        </thead>
        <tbody>
          {RACERS.map(({ method: name, label, description }) => {
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
                    <td className="number">{(totals.tokens / totals.calls).toFixed(2)}</td>
                    <td className="number">{totals.rows}</td>
                    <td className="number">
                      {/* Not yet run here: its time belongs to another machine. */}
                      {!recorded && isRecorded(trace) ? '…' : `${totals.ms.toFixed(0)} ms`}
                    </td>
                  </>
                ) : (
                  <td colSpan={5}>{race.includes(name) ? 'not there yet' : 'not in the race'}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        A row is one position that a call computes; small calls are those of a network that drafts
        one token after another. Its rounds have one large call, where others draft in a large call
        of its own; but each small call waits for the one before. Times are of one run of each
        method, on {recorded ? 'the machine that recorded it' : 'this device'}: another run gives
        others. Fewer calls are not less time where arithmetic is the limit, as on a CPU: a call
        with more rows costs more. They pay where each call has a large fixed cost.
      </p>
    </div>
  );
}

/** One line on each method, beside its stroke in the charts: a colour for each family. */
export function RaceWords() {
  return (
    <div className="race-words">
      {FAMILIES.map(([family, words]) => (
        <section key={family}>
          <h4>{words}</h4>
          <dl>
            {RACERS.filter(({ method }) => FAMILY_OF[method] === family).map((racer) => (
              <div key={racer.method}>
                <dt>
                  <Key method={racer.method} />
                  {racer.label}
                </dt>
                <dd>{racer.description}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const FAMILIES: readonly (readonly [Family, string])[] = [
  ['none', 'Blue: no drafts'],
  ['older', 'Grey: drafts refined from older ones'],
  ['chain', 'Violet: each draft waits for the one before'],
  ['independent', 'Plum: no draft knows another'],
  ['numbers', 'Green: drafts know the random numbers'],
];

function Key({ method }: Readonly<{ method: MethodName }>) {
  return (
    <svg className="race-key" viewBox="0 0 22 8" aria-hidden="true">
      <path d="M1 4H21" className="race" data-method={method} />
    </svg>
  );
}
