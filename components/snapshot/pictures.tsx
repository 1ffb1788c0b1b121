// Panels as pictures for slides and papers: SVG alone, no HTML. Charts are the panels' own; dials, rulers and
// maps, which are HTML on the page, are drawn here. Pure functions of a state.

import type { ReactNode } from 'react';
import { methods, productOf, type Trace, textOf, uniform } from '@/gpu';
import { panelWordsOf } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import type { PartName } from '../notebook/part-names';
import type { State } from '../notebook/state';
import { CostChart } from '../panels/CostChart';
import { widthsOf } from '../panels/costs';
import { LEVELS, levelOf, sidesOf } from '../panels/joints';
import { compare, glyph, oneShot } from '../panels/one-shot';
import { ProofView } from '../panels/ProofView';
import { PROOF } from '../panels/proof';
import { RaceChart } from '../panels/RaceChart';
import { binAt, binsOf } from '../panels/rulers';
import { StackChart } from '../panels/StackChart';
import type { NamesView } from '../panels/use-names';
import { angleOf, arcPath } from '../ui/dial-angle';
import { writeU } from '../ui/unit-number';
import { Letter, Letters } from './Letters';
import type { Pictured } from './pictured';
import { wrapped } from './wrapped';

/** Drawn 640 wide, and so high. */
export type Drawing = Readonly<{
  height: number;
  body: ReactNode;
  /** Where its numbers come from, if not from the run that was asked for. */
  about?: string;
}>;

export type Picture = Readonly<{
  model: 'names' | 'tales';
  /** What must have been computed; nothing where the recording is all there is. */
  parts: readonly PartName[];
  /** Null where the state has nothing to draw. @param cursor output position, from 1 */
  draw: (state: State, locale: Locale, cursor: number) => Drawing | null;
}>;

const WIDTH = 640;

export const PICTURES: Readonly<Record<Pictured, Picture>> = {
  cover: { model: 'names', parts: ['names'], draw: drawCover },
  aux: { model: 'names', parts: ['names'], draw: drawRulers },
  accept: { model: 'tales', parts: ['tales'], draw: drawRace },
  cost: { model: 'tales', parts: [], draw: drawCost },
  joint: { model: 'names', parts: ['joint'], draw: drawJoint },
  letters: { model: 'names', parts: ['names'], draw: drawLetter },
  proof: { model: 'names', parts: ['names'], draw: drawProof },
};

function namesOf(state: State): NamesView {
  const { 'o-ptp': ptp, ar, independent } = state.traces.names;
  const run = state.choices.runs.names;
  const u = Array.from({ length: run.tokens }, (_, k) => run.u[k] ?? uniform(run.seed, k));
  return { config: state.models.names.config, run, u, ar, ptp, independent, lit: undefined };
}

const DIALS = 8;

function drawCover(state: State): Drawing | null {
  const { config, run, u, ar, ptp, independent } = namesOf(state);
  if (!ar) return null;
  const truth = oneShot(ar);
  const lines = [
    { name: methods.ar.label, right: 'check', trace: ar },
    { name: methods.independent.label, right: 'independent', trace: independent },
    { name: methods['o-ptp'].label, right: 'accept', trace: ptp },
  ];
  const longest = Math.max(...lines.map(({ trace }) => oneShot(trace).length), truth.length, DIALS);
  const pitch = Math.min(54, (WIDTH - 200) / (longest + (run.prompt ? 1 : 0)));
  const scale = Math.min(1, pitch / 52);
  const body = (
    <>
      {u.slice(0, longest).map((value, k) => {
        const edges = [0, ...(ar.steps[k]?.checkCdfs[0] ?? []), 1];
        const left = edges.filter((edge) => edge <= value).at(-1) ?? 0;
        const right = edges.find((edge) => edge > value) ?? 1;
        const turn = `rotate(${angleOf(value).toFixed(1)})`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the k-th dial is the k-th dial
          <g key={k} transform={`translate(${220 + k * pitch} 30) scale(${scale})`}>
            <path className="dial-rim" d={arcPath(21, 0, 1)} />
            <path className="dial-bin" d={arcPath(21, left, right)} />
            <path className="dial-needle" d="M0 -4V-22" transform={turn} />
            <text className="picture-u" y="42" textAnchor="middle">
              {writeU(value, 2)}
            </text>
          </g>
        );
      })}
      {lines.map(({ name, right, trace }, row) => (
        <g key={name} transform={`translate(0 ${118 + row * 52})`}>
          <text className="picture-name" dy="0.34em">
            {name}
          </text>
          <text className="picture-text" x={192} dy="0.34em" textAnchor="end">
            {run.prompt}
          </text>
          <g transform="translate(220 0)">
            <Letters {...{ config, trace, truth, right, pitch }} />
          </g>
        </g>
      ))}
    </>
  );
  return { height: 250, body };
}

function drawRulers(state: State): Drawing | null {
  const { config, u, ar, ptp } = namesOf(state);
  if (!ar) return null;
  const truth = oneShot(ar);
  const places = compare(oneShot(ptp), truth);
  const x = (value: number) => Number((90 + value * 440).toFixed(1));
  const sign = (token: number | null) => (token === config.end ? '■' : glyph(config, token));
  const rows = ar.steps.map(({ checkCdfs: [cdf], checks: [check] }, k) => {
    const value = u[k] ?? 0;
    const bins = cdf ? binsOf(cdf) : [];
    const picked = binAt(bins, value);
    const drafted = places[k];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the k-th ruler is the k-th position
      <g key={k} transform={`translate(0 ${18 + k * 40})`}>
        <text className="picture-u" dy="0.34em">
          u {k + 1} {writeU(value)}
        </text>
        {bins.map(({ token, from, to }) => (
          <g key={token} className="bin" data-picked={token === picked?.token || undefined}>
            <rect x={x(from)} y="-14" width={Number((x(to) - x(from)).toFixed(1))} height="28" />
            {to - from >= 0.03 && (
              <text x={x((from + to) / 2)} dy="0.34em" textAnchor="middle">
                {sign(token)}
              </text>
            )}
          </g>
        ))}
        <path className="ruler-u" d={`M${x(value)} -18V18`} />
        <Letter x={570} y={0} letter={sign(check ?? null)} state="check" />
        {drafted && (
          <Letter
            x={616}
            y={0}
            letter={sign(drafted.token)}
            state={drafted.wrong ? 'reject' : 'accept'}
          />
        )}
      </g>
    );
  });
  return { height: rows.length * 40, body: rows };
}

const LINE = 76;

function drawRace(state: State): Drawing | null {
  const { runs, step, race } = state.choices;
  const { method } = runs.tales;
  const racing = new Set([...race, method]);
  const all = Object.entries(state.traces.tales).filter(([name]) =>
    racing.has(name as typeof method),
  );
  const trace = state.traces.tales[method];
  if (!trace) return null;
  const last = Math.max(0, trace.steps.length - 1);
  const index = step === null ? last : Math.min(step, last);
  const lines = linesOf(trace, index, state.models.tales.config.vocabulary);
  const top = lines.length * 20 + 16;
  const body = (
    <>
      {lines.map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the k-th line is the k-th line
        <text key={k} className="picture-text" y={14 + k * 20} xmlSpace="preserve">
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${top}) scale(${WIDTH / 440})`}>
        <RaceChart traces={Object.fromEntries(all)} method={method} index={index} />
      </g>
    </>
  );
  return { height: top + (250 * WIDTH) / 440, body };
}

/** Prompt and text up to a round, in lines. */
function linesOf(trace: Trace, index: number, vocabulary: string): string[] {
  const tokens = textOf(trace.steps.slice(0, index + 1));
  const text = trace.run.prompt + tokens.map((token) => vocabulary.charAt(token)).join('');
  return text.split('\n').flatMap((line) => wrapped(line, LINE));
}

function drawCost({ costs }: State, locale: Locale): Drawing | null {
  if (!costs) return null;
  const words = panelWordsOf(locale, 'cost');
  const { device } = costs;
  const given = {
    ...{ rows: words('rows'), ms: words('ms'), alone: words('alone') },
    picture: words('picture', { device }),
  };
  const body = <CostChart widths={widthsOf(costs.calls)} words={given} />;
  return { height: 300, body, about: words('recorded', { device }) };
}

function drawJoint(state: State, locale: Locale): Drawing | null {
  const joint = state.joints.names;
  if (!joint) return null;
  const words = panelWordsOf(locale, 'joint');
  const { firsts, seconds } = sidesOf(joint.exact);
  const { vocabulary } = state.models.names.config;
  const side = 292;
  const unit = side / Math.max(firsts.length, seconds.length);
  const maps = [
    { kind: 'teacher', name: words('exact'), p: joint.exact },
    { kind: 'independent', name: words('product'), p: productOf(joint.exact) },
  ];
  const sign = (token: number) =>
    token === state.models.names.config.end ? '■' : vocabulary.charAt(token);
  const body = maps.map(({ kind, name, p }, place) => (
    <g key={kind} transform={`translate(${16 + place * 326} 26)`}>
      <text className="picture-name" y="-10">
        {name}
      </text>
      {firsts.map((first, column) =>
        seconds.map((second, row) => {
          const level = levelOf(p[first * vocabulary.length + second] ?? 0) / LEVELS;
          const y = (seconds.length - 1 - row) * unit;
          return level > 0 ? (
            <rect
              key={second}
              className="map-cell"
              data-kind={kind}
              fillOpacity={Number((0.08 + 0.92 * level).toFixed(3))}
              x={Number((column * unit).toFixed(2))}
              y={Number(y.toFixed(2))}
              width={Number(unit.toFixed(2))}
              height={Number(unit.toFixed(2))}
            />
          ) : null;
        }),
      )}
      <rect className="map-frame" width={firsts.length * unit} height={seconds.length * unit} />
      {firsts.map((token, k) => (
        <text
          key={token}
          className="picture-sign"
          x={Number(((k + 0.5) * unit).toFixed(1))}
          y={seconds.length * unit + 13}
          textAnchor="middle"
        >
          {sign(token)}
        </text>
      ))}
      {seconds.map((token, k) => (
        <text
          key={token}
          className="picture-sign"
          x="-8"
          y={Number(((seconds.length - 0.5 - k) * unit).toFixed(1))}
          dy="0.34em"
          textAnchor="middle"
        >
          {sign(token)}
        </text>
      ))}
    </g>
  ));
  return { height: 26 + unit * seconds.length + 20, body };
}

function drawLetter(state: State, locale: Locale, cursor: number): Drawing | null {
  const { config, u, ar } = namesOf(state);
  const place = Math.min(cursor, ar?.steps.length ?? 0);
  const cdf = ar?.steps[place - 1]?.checkCdfs[0];
  const value = u[place - 1] ?? 0;
  if (!cdf) return null;
  const words = panelWordsOf(locale, 'letters');
  const letter = glyph(config, binAt(binsOf(cdf), value)?.token ?? null);
  const given = { sum: words('sum'), picture: words('picture', { u: writeU(value), letter }) };
  const body = (
    <>
      <text className="picture-u" x={WIDTH} y="14" textAnchor="end">
        u {place} = {writeU(value)}
      </text>
      <StackChart config={config} cdf={cdf} u={value} words={given} />
    </>
  );
  return { height: 260, body };
}

function drawProof(state: State, locale: Locale): Drawing | null {
  const { config, run, u, ar } = namesOf(state);
  if (!ar) return null;
  const words = panelWordsOf(locale, 'proof');
  const index = PROOF.findIndex(({ says }) => says === 'first');
  const given = {
    config,
    ar,
    u,
    index,
    label: words('picture'),
    text: run.prompt || words('start'),
  };
  return { height: 310, body: <ProofView {...given} /> };
}
