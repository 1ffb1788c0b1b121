'use client';
// What teams wrote: for each the three lines, with letters that differ from one-at-a-time struck. A pure
// function.

import { usePanelWords } from '../i18n/PanelWords';
import { compare, glyph, scoreOf } from '../panels/one-shot';
import { Icon } from '../ui/Icon';
import { TokenRow } from '../ui/TokenRow';
import type { TokenState } from '../ui/token';
import { COHERENT, type DiceFigure, type Team } from './figures';

export type TeamLinesProps = Readonly<{
  figure: DiceFigure;
  /** How the members of a team are called, joined. */
  nameOf: (team: Team, index: number) => string;
  /** Teams to show; the counts are of all. */
  most: number;
  /** Whose team alone is shown. */
  person?: string | undefined;
}>;

const LINES = [
  { method: 'ar', right: 'check' },
  { method: 'independent', right: 'independent' },
  { method: 'ptp', right: 'accept' },
] as const satisfies readonly { method: string; right: TokenState }[];

export function TeamLines({ figure, nameOf, most, person }: TeamLinesProps) {
  const words = usePanelWords('classroomRoom');
  const { teams, calls } = figure;
  const shown = person === undefined ? teams : teams.filter((team) => team.people.includes(person));
  return (
    <div className="teams">
      <table className="team-table">
        <thead>
          <tr>
            <th scope="col">{words('who')}</th>
            {LINES.map(({ method }) => (
              <th scope="col" key={method}>
                {words(method)}
                <span className="figures">
                  {words('calls', { calls: calls[method] })}
                  {method !== 'ar' && <Score teams={teams} method={method} />}
                  <Coherent teams={teams} method={method} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map((team) => {
            const label = nameOf(team, teams.indexOf(team));
            return (
              <tr key={team.people.join()}>
                <th scope="row">{label}</th>
                {LINES.map(({ method, right }) => (
                  <td key={method}>
                    <span className="team-method" aria-hidden="true">
                      {words(method)}
                    </span>
                    {(team.least?.[method] ?? 0) >= COHERENT && (
                      <span className="team-coherent">
                        <Icon name="check" /> {words('hangs')}
                      </span>
                    )}
                    <TokenRow
                      label={`${label}, ${words(method)}`}
                      wrap="yes"
                      tokens={compare(team[method], team.ar).map(({ token, wrong }) => ({
                        token: glyph(figure.config, token),
                        state: wrong ? (token === null ? 'empty' : 'reject') : right,
                      }))}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length > most && (
        <p className="text-soft">{words('someTeams', { most, teams: shown.length })}</p>
      )}
    </div>
  );
}

/** Of how many texts every letter is one that the model would write there. */
function Coherent({ teams, method }: { teams: readonly Team[]; method: keyof CoherentOf }) {
  const words = usePanelWords('classroomRoom');
  const judged = teams.flatMap(({ least }) => (least ? [least[method]] : []));
  if (judged.length === 0) return null;
  const good = judged.filter((least) => least >= COHERENT).length;
  return <b>{words('coherent', { good, judged: judged.length })}</b>;
}

type CoherentOf = NonNullable<Team['least']>;

/** How many letters of all teams are those of one-at-a-time decoding, and how many texts are whole. */
function Score({ teams, method }: { teams: readonly Team[]; method: 'ptp' | 'independent' }) {
  const words = usePanelWords('classroomRoom');
  const scores = teams.map((team) => scoreOf(compare(team[method], team.ar)));
  const sum = (of: 'right' | 'of') => scores.reduce((total, score) => total + score[of], 0);
  const whole = scores.filter(({ exact }) => exact).length;
  return words('score', { right: sum('right'), of: sum('of'), whole, teams: teams.length });
}
