// Pictures of random numbers and of what they lead to. Pure functions of a state.

import { encode, methods, productOf, uniform } from '@/gpu';
import { panelWordsOf } from '../i18n/catalogue';
import { numbersIn } from '../i18n/numbers';
import { MOST_BINS } from '../notebook/parts';
import type { State } from '../notebook/state';
import { foundFor } from '../panels/found-u';
import { sign } from '../panels/JointMap';
import { LEVELS, levelOf, mostOf, sidesOf } from '../panels/joints';
import { compare, glyph, oneShot } from '../panels/one-shot';
import { SquarePicture } from '../panels/PairSquare';
import { ProofView } from '../panels/ProofView';
import { PROOF } from '../panels/proof';
import { binAt, binsOf, percent } from '../panels/rulers';
import { StackChart } from '../panels/StackChart';
import { pairAt, partings } from '../panels/square';
import type { NamesView } from '../panels/use-names';
import { tenth } from '../svg/scale';
import { angleOf, arcPath } from '../ui/dial-angle';
import { writeU } from '../ui/unit-number';
import { type Draw, Letter, Letters, Note, noteHeight, Ruler, signOf, WIDTH } from './drawing';

function namesOf(state: State): NamesView {
  const { 'o-ptp': ptp, ar, independent } = state.traces.names;
  const run = state.choices.runs.names;
  const u = Array.from({ length: run.tokens }, (_, k) => run.u[k] ?? uniform(run.seed, k));
  return { config: state.models.names.config, run, u, ar, ptp, independent, lit: undefined };
}

const DIALS = 8;

export const drawCover: Draw = (state, locale) => {
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
              {writeU(value, numbersIn(locale), 2)}
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
};

export const drawRulers: Draw = (state, locale) => {
  const { config, u, ar, ptp } = namesOf(state);
  if (!ar) return null;
  const places = compare(oneShot(ptp), oneShot(ar));
  const rows = ar.steps.map(({ checkCdfs: [cdf], checks: [check = null] }, k) => {
    const value = u[k] ?? 0;
    const drafted = places[k];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the k-th ruler is the k-th position
      <g key={k} transform={`translate(0 ${18 + k * 40})`}>
        <text className="picture-u" dy="0.34em">
          u {k + 1} {writeU(value, numbersIn(locale))}
        </text>
        {cdf && (
          <Ruler
            {...{ config, cdf, left: 90, width: 440 }}
            u={value}
            picked={binAt(binsOf(cdf), value)}
          />
        )}
        <Letter x={570} y={0} letter={signOf(config, check)} state="check" />
        {drafted && (
          <Letter
            x={616}
            y={0}
            letter={signOf(config, drafted.token)}
            state={drafted.wrong ? 'reject' : 'accept'}
          />
        )}
      </g>
    );
  });
  return { height: rows.length * 40, body: rows };
};

export const drawLetter: Draw = (state, locale, cursor) => {
  const { config, u, ar } = namesOf(state);
  const place = Math.min(cursor, ar?.steps.length ?? 0);
  const cdf = ar?.steps[place - 1]?.checkCdfs[0];
  const value = u[place - 1] ?? 0;
  if (!cdf) return null;
  const words = panelWordsOf(locale, 'letters');
  const letter = glyph(config, binAt(binsOf(cdf), value)?.token ?? null);
  const given = {
    sum: words('sum'),
    picture: words('picture', { u: writeU(value, words), letter }),
  };
  const body = (
    <>
      <text className="picture-u" x={WIDTH} y="14" textAnchor="end">
        u {place} = {writeU(value, numbersIn(locale))}
      </text>
      <StackChart config={config} cdf={cdf} u={value} words={given} />
    </>
  );
  return { height: 260, body };
};

export const drawProof: Draw = (state, locale) => {
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
};
const SIDE = 200;
const SQUARES = [
  { method: 'teacher', right: 'check' },
  { method: 'ptp', right: 'accept' },
  { method: 'independent', right: 'independent' },
] as const;

export const drawSquares: Draw = (state, locale) => {
  const { squares } = state;
  if (!squares) return null;
  const { config, u } = namesOf(state);
  const { teacher } = squares;
  const words = panelWordsOf(locale, 'dependent');
  const [u1 = 0, u2 = 0] = u;
  const [x, y] = [tenth(u1 * SIDE), tenth((1 - u2) * SIDE)];
  const truth = pairAt(teacher, u1, u2);
  const body = SQUARES.map(({ method, right }, place) => {
    const grid = squares[method];
    const share = percent(partings(grid, teacher) / teacher.first.length, words);
    return (
      <g key={method} transform={`translate(${place * (SIDE + 20)} 22)`}>
        <text className="picture-name" y="-10">
          {words(method)}
        </text>
        <g transform={`scale(${(SIDE / grid.size).toFixed(4)})`}>
          <SquarePicture {...{ config, grid }} teacher={place > 0 ? teacher : undefined} />
        </g>
        <path className="ruler-u" d={`M${x} 0V${SIDE}M0 ${y}H${SIDE}`} />
        <text className="picture-sign" x={SIDE} y="-10" textAnchor="end">
          u 2 ↑
        </text>
        <text className="picture-sign" x={SIDE} y={SIDE + 14} textAnchor="end">
          u 1 →
        </text>
        {pairAt(grid, u1, u2).map((token, k) => (
          <Letter
            // biome-ignore lint/suspicious/noArrayIndexKey: first and second token of the pair
            key={k}
            x={15 + k * 34}
            y={SIDE + 42}
            letter={sign(config, token)}
            state={token === truth[k] ? right : 'reject'}
          />
        ))}
        <text className="picture-name" x="76" y={SIDE + 42} dy="0.34em">
          {place === 0
            ? `${writeU(u1, words, 2)}, ${writeU(u2, words, 2)}`
            : `${words('otherPair')}: ${share}`}
        </text>
      </g>
    );
  });
  return { height: SIDE + 86, body };
};

export const drawJoint: Draw = (state, locale) => {
  const model = state.choices.joint;
  const joint = state.joints[model];
  if (!joint) return null;
  const words = panelWordsOf(locale, 'joint');
  const { firsts, seconds } = sidesOf(joint.exact);
  const { config } = state.models[model];
  const side = 292;
  const unit = side / Math.max(firsts.length, seconds.length);
  const product = productOf(joint.exact);
  const most = mostOf(joint.exact, product);
  const maps = [
    { kind: 'teacher', name: words('exact'), p: joint.exact },
    { kind: 'independent', name: words('product'), p: product },
  ];
  const body = maps.map(({ kind, name, p }, place) => (
    <g key={kind} transform={`translate(${16 + place * 326} 26)`}>
      <text className="picture-name" y="-10">
        {name}
      </text>
      {firsts.map((first, column) =>
        seconds.map((second, row) => {
          const level = levelOf(p[first * config.vocabulary.length + second] ?? 0, most) / LEVELS;
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
          {sign(config, token)}
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
          {sign(config, token)}
        </text>
      ))}
    </g>
  ));
  return { height: 26 + unit * seconds.length + 20, body };
};

export const drawBins: Draw = (state, locale) => {
  const within = state.choices.bins;
  const bins = state.bins[within.model];
  const { config } = state.models[within.model];
  if (!bins) return null;
  const words = panelWordsOf(locale, 'bins');
  const found = foundFor(encode(config, bins.run.prompt).slice(1), bins.cdfs, within);
  const [first] = found;
  if (!first) return null;
  const same = found.every(({ token, writes }) => token === writes);
  const cut = bins.run.prompt.length > MOST_BINS ? words('cut', { count: MOST_BINS }) : '';
  const note = `${words(same ? 'same' : 'impossible')} ${cut}`;
  const top = 24;
  const body = (
    <>
      <text className="picture-name" y="8">
        {words('text')}
      </text>
      <text className="picture-name" x="100" y="8">
        {words('ruler')}
      </text>
      <text className="picture-name" x={WIDTH} y="8" textAnchor="end">
        {words('writes')}
      </text>
      {found.map(({ token, cdf, u, writes, probability }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the k-th ruler is the k-th token
        <g key={k} transform={`translate(0 ${top + 18 + k * 40})`}>
          <Letter x={15} y={0} letter={sign(config, token)} state="plain" />
          <text className="picture-name" x="40" dy="0.34em">
            {percent(probability, words)}
          </text>
          <Ruler
            {...{ config, cdf, u, left: 100, width: 390 }}
            picked={binsOf(cdf).find((bin) => bin.token === token)}
          />
          <text className="picture-u" x="505" dy="0.34em">
            u {k + 1} {writeU(u, words, 4)}
          </text>
          <Letter
            x={616}
            y={0}
            letter={sign(config, writes)}
            state={writes === token ? 'check' : 'reject'}
          />
        </g>
      ))}
      <Note text={note} y={top + found.length * 40 + 20} />
    </>
  );
  return { height: top + found.length * 40 + 10 + noteHeight(note), body };
};
