// Running totals of every method on the same u's, until as many tokens are written as are shown.

import type { MethodName } from '@/gpu';
import type { Traces } from '../notebook/state';
import { RACERS } from './methods';
import { totalsUntil } from './rounds';

export type RaceTableProps = Readonly<{
  traces: Traces;
  method: MethodName;
  /** Tokens written by the shown method so far. */
  tokens: number;
}>;

export function RaceTable({ traces, method, tokens }: RaceTableProps) {
  return (
    <div className="race-box">
      <table className="table race-table">
        <caption>
          Until {tokens} {tokens === 1 ? 'token is' : 'tokens are'} written, the same by every
          method:
        </caption>
        <thead>
          <tr>
            <th scope="col">method</th>
            <th scope="col">calls</th>
            <th scope="col">tokens a call</th>
            <th scope="col">rows</th>
            <th scope="col">measured</th>
          </tr>
        </thead>
        <tbody>
          {RACERS.map(({ method: name, name: label }) => {
            const trace = traces[name];
            const totals = trace ? totalsUntil(trace, tokens) : null;
            return (
              <tr key={name} data-shown={name === method || undefined}>
                <th scope="row">
                  <svg className="race-key" viewBox="0 0 22 8" aria-hidden="true">
                    <path d="M1 4H21" className="race" data-method={name} />
                  </svg>
                  {label}
                </th>
                {totals ? (
                  <>
                    <td className="number">{totals.calls}</td>
                    <td className="number">{(totals.tokens / totals.calls).toFixed(2)}</td>
                    <td className="number">{totals.rows}</td>
                    <td className="number">{totals.ms.toFixed(0)} ms</td>
                  </>
                ) : (
                  <td colSpan={4}>{trace ? 'not there yet' : 'runs when chosen'}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="text-soft text-sm">
        Fewer calls are not less time here where arithmetic is the limit, as on a CPU: a call with
        more rows costs more. They pay where each call has a large fixed cost.
      </p>
    </div>
  );
}
