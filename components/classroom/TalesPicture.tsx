'use client';
// The race of all methods, and one method's tree call by call, as the class sees them.

import '../panels/accept.css';
import '../panels/cells.css';
import { encode, outcomeWeights, type Trace, textOf } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { useRacers } from '../panels/methods';
import { RaceChart } from '../panels/RaceChart';
import { totalsThrough } from '../panels/rounds';
import { TreeView } from '../panels/TreeView';
import type { TalesFigure } from './figures';

type Props = Readonly<{
  figure: TalesFigure;
  /** Sub-step of the scene, from 0: results come with the second one; each further call is one. */
  step: number;
}>;

export function RacePicture({ figure, step }: Props) {
  const { config, method, traces } = figure;
  const trace = traces[method];
  if (!trace) return null;
  const text = textOf(trace.steps)
    .map((token) => config.vocabulary.charAt(token))
    .join('');
  if (step === 0) {
    return (
      <p className="race-text">
        <b>{trace.run.prompt}</b>…
      </p>
    );
  }
  return (
    <div className="race-scene">
      <RaceChart traces={traces} method={method} index={trace.steps.length - 1} />
      <Totals traces={traces} />
      <p className="race-text">
        <b>{trace.run.prompt}</b>
        {text}
      </p>
    </div>
  );
}

/** Methods from the fewest large calls to the most. */
function Totals({ traces }: Pick<TalesFigure, 'traces'>) {
  const words = usePanelWords('classroomRoom');
  const racers = useRacers();
  const rows = racers
    .flatMap(({ method, label }) => {
      const trace = traces[method];
      return trace ? [{ method, label, ...totalsOf(trace) }] : [];
    })
    .sort((a, b) => a.calls - b.calls);
  return (
    <table className="crowd-table">
      <thead>
        <tr>
          <th scope="col">{words('method')}</th>
          <th scope="col">{words('largeCalls')}</th>
          <th scope="col">{words('smallCalls')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ method, label, calls, smallCalls }) => (
          <tr key={method}>
            <th scope="row">{label}</th>
            <td className="figures">{calls}</td>
            <td className="figures">{smallCalls || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const totalsOf = (trace: Trace) => totalsThrough(trace, trace.steps.length - 1);

/** The second call is the first that has drafts to check, so the scene begins there. */
export function TreePicture({ figure, step }: Props) {
  const words = usePanelWords('tree');
  const { config, traces } = figure;
  const trace = traces.pqd;
  const index = Math.min(step + 1, (trace?.steps.length ?? 0) - 1);
  const call = trace?.steps[index];
  if (!trace || !call) return null;
  const before = textOf(trace.steps.slice(0, index));
  return (
    <>
      <p className="figures">{words('at', { call: index + 1, of: trace.steps.length })}</p>
      <TreeView
        config={config}
        step={call}
        tail={trace.steps[index + 1]?.drafts ?? []}
        last={before.at(-1) ?? encode(config, trace.run.prompt).at(-1) ?? config.start}
        weights={outcomeWeights(call.confidences)}
        words={{
          tree: words('tree'),
          kept: words('kept'),
          dropped: words('dropped'),
          passes: words('passes'),
        }}
      />
      <p>
        {words('reading', {
          drafts: call.drafts.length,
          right: call.checks.length - 1,
          accepted: call.accepted,
          spent: (call.groups ?? []).reduce((sum, size) => sum + size, 0),
          rows: call.rows,
        })}
      </p>
    </>
  );
}
