// Pictures of runs: what rounds accept, what calls cost. Pure functions of a state.

import type { ReactNode } from 'react';
import { type Config, methods, type Trace, textOf } from '@/gpu';
import { panelWordsOf, wordsOf } from '../i18n/catalogue';
import { WARMTH } from '../notebook/parts';
import { BatchView } from '../panels/BatchView';
import { speedsOf } from '../panels/batch';
import { CostChart } from '../panels/CostChart';
import { CHAIN_TOKENS, chainsOf } from '../panels/chain';
import { widthsOf } from '../panels/costs';
import { sign } from '../panels/JointMap';
import { RaceChart } from '../panels/RaceChart';
import { percent } from '../panels/rulers';
import { TemperatureView } from '../panels/TemperatureView';
import { warmthOf } from '../panels/temperatures';
import { treeOf } from '../panels/tree';
import { WorthView } from '../panels/WorthView';
import { worthOf } from '../panels/worth';
import { tenth } from '../svg/scale';
import { type Draw, type Drawing, Letter, linesOf, Note, noteHeight, WIDTH } from './drawing';

/** Small charts are drawn 440 wide. */
const ZOOM = WIDTH / 440;

const LINE = 76;

export const drawRace: Draw = (state) => {
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
  const lines = linesOf(textThrough(trace, index, state.models.tales.config), LINE);
  const top = lines.length * 20 + 16;
  const body = (
    <>
      {lines.map((line, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the k-th line is the k-th line
        <text key={k} className="picture-text" y={14 + k * 20} xmlSpace="preserve">
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${top}) scale(${ZOOM})`}>
        <RaceChart traces={Object.fromEntries(all)} method={method} index={index} />
      </g>
    </>
  );
  return { height: top + 250 * ZOOM, body };
};

/** Prompt and text up to a round. */
function textThrough(trace: Trace, index: number, { vocabulary }: Config): string {
  const tokens = textOf(trace.steps.slice(0, index + 1));
  return trace.run.prompt + tokens.map((token) => vocabulary.charAt(token)).join('');
}

export const drawCost: Draw = ({ costs }, locale) => {
  if (!costs) return null;
  const words = panelWordsOf(locale, 'cost');
  const { device } = costs;
  const given = {
    ...{ rows: words('rows'), ms: words('ms'), alone: words('alone') },
    picture: words('picture', { device }),
  };
  const body = <CostChart widths={widthsOf(costs.calls)} words={given} />;
  return { height: 300, body, about: words('recorded', { device }) };
};

/** A small chart in the width of the picture, and a sentence below it. */
function charted(chart: ReactNode, height: number, note = ''): Drawing {
  const bottom = Math.ceil(height * ZOOM);
  const body = (
    <>
      <g transform={`scale(${ZOOM.toFixed(4)})`}>{chart}</g>
      {note && <Note text={note} y={bottom + 20} />}
    </>
  );
  return { height: bottom + (note ? 10 + noteHeight(note) : 0), body };
}

export const drawWorth: Draw = ({ choices, traces }, locale) => {
  const words = panelWordsOf(locale, 'worth');
  const { method } = choices.runs.tales;
  const trace = traces.tales[method];
  const worth = trace && worthOf(trace);
  const last = worth?.places.at(-1);
  if (!worth || !last) return null;
  const given = {
    ...{ drafts: words('drafts'), tokens: words('tokens'), counted: words('counted') },
    formula: words('formula'),
    picture: words('picture', { method: methods[method].label }),
  };
  const reading = words('reading', {
    ...{ rounds: worth.rounds, alpha: words.number(worth.alpha, 2), drafts: last.drafts },
    ...{ formula: words.number(last.formula, 2), counted: words.number(last.counted, 2) },
  });
  const note = methods[method].calls === 2 ? `${reading} ${words('first')}` : reading;
  return charted(<WorthView {...{ worth, method }} words={given} />, 250, note);
};

export const drawBatch: Draw = ({ costs, traces }, locale) => {
  const words = panelWordsOf(locale, 'batch');
  const curves = costs ? speedsOf(traces.tales, costs.calls) : [];
  if (!costs || curves.length === 0) return null;
  const given = {
    ...{ texts: words('texts'), speed: words('speed'), even: words('even') },
    picture: words('picture'),
  };
  const note = wordsOf(locale, 'picture')('calculated', { device: costs.device });
  return charted(<BatchView curves={curves} words={given} />, 250, note);
};

/** The recording: so many runs are too long for a server. */
export const drawTemperature: Draw = ({ temperatures }, locale) => {
  if (!temperatures) return null;
  const { run, runs } = temperatures;
  const words = panelWordsOf(locale, 'temperature');
  const given = {
    ...{ temperature: words('across'), accepted: words('accepted'), bits: words('bits') },
    picture: words('picture'),
  };
  const drawing = charted(<TemperatureView curves={warmthOf(runs)} words={given} />, 290);
  const all = WARMTH.methods.length * WARMTH.temperatures.length * WARMTH.seeds.length;
  const about = { runs: runs.length, all, tokens: run.tokens, prompt: run.prompt };
  return { ...drawing, about: words('recorded', about) };
};

export const drawChain: Draw = ({ choices: { ratio }, traces }, locale) => {
  const words = panelWordsOf(locale, 'chain');
  const lines = chainsOf(traces.tales, ratio);
  if (lines.length === 0) return null;
  const longest = Math.max(...lines.map(({ line }) => line.time));
  const x = (time: number) => tenth((360 * time) / longest);
  const note = `${words('ratio')}: ${words('ratioText', { percent: (100 * ratio).toFixed(0) })}`;
  const body = (
    <>
      <Note text={`${words('table', { tokens: CHAIN_TOKENS })}. ${note}.`} y={8} />
      {lines.map(({ method, line }, row) => (
        <g key={method} className="chain-steps" transform={`translate(0 ${38 + row * 34})`}>
          <text className="picture-name" dy="0.34em">
            {methods[method].label}
          </text>
          {line.steps.map(({ kind, from, to }) => (
            <rect
              key={from}
              data-kind={kind}
              x={150 + x(from)}
              width={tenth(x(to) - x(from))}
              y={kind === 'large' ? -10 : -5}
              height={kind === 'large' ? 20 : 10}
            />
          ))}
          <text className="picture-name" x="524" y="-3">
            {words('time', { time: words.number(line.time, 1) })}
          </text>
          <text className="picture-name" x="524" y="12">
            {words('count', { large: line.large, small: line.small })}
          </text>
        </g>
      ))}
    </>
  );
  return { height: 30 + lines.length * 34, body };
};

/** Between two outcomes, and between two rows. */
const ACROSS = 76;
const DOWN = 36;

export const drawTree: Draw = ({ choices, models, traces }, locale) => {
  const { config } = models.tales;
  const call = treeOf(config, traces.tales.pqd, choices.call);
  if (!call) return null;
  const words = panelWordsOf(locale, 'tree');
  const { index, step, tail, last, weights, outcome, spent } = call;
  const groups = step.groups ?? [];
  const decided = [step.checks[outcome], ...tail];
  const scale = Math.min(1, WIDTH / (groups.length * ACROSS));
  const tall = 74 + Math.max(0, ...groups) * DOWN;
  const reading = words('reading', {
    ...{ drafts: step.drafts.length, right: outcome, accepted: step.accepted },
    ...{ spent, rows: step.rows },
  });
  const note = `${words('table', { call: index + 1 })}. ${reading}`;
  const top = noteHeight(note) + 10;
  const body = (
    <>
      <Note text={note} y={8} />
      <g transform={`translate(0 ${top}) scale(${scale.toFixed(4)})`}>
        {groups.map((size, ahead) => {
          const kept = ahead === outcome;
          const state = ahead <= outcome ? 'accept' : ahead === outcome + 1 ? 'reject' : 'discard';
          return (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: the n-th outcome is the n-th outcome
              key={ahead}
              className="branch"
              data-kept={kept || undefined}
              transform={`translate(${ahead * ACROSS} 0)`}
            >
              {kept && (
                <rect className="branch-frame" x="2" y="2" width="72" height={tall} rx="6" />
              )}
              <Letter
                {...{ x: 38, y: 24, state: ahead === 0 ? 'plain' : state }}
                letter={sign(config, step.drafts[ahead - 1] ?? last)}
              />
              <text className="picture-name" x="38" y="58" textAnchor="middle">
                {percent(weights[ahead] ?? 0, words)}
              </text>
              {Array.from({ length: size }, (_, slot) => {
                const token = kept ? decided[slot] : undefined;
                const x = token === undefined ? 38 : 23;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the n-th row is the n-th row
                  <g key={slot} transform={`translate(0 ${84 + slot * DOWN})`}>
                    <rect className="branch-u" x={x - 16} y="-9" width="32" height="18" rx="9" />
                    <text className="branch-name" x={x} dy="0.34em" textAnchor="middle">
                      u {step.position + ahead + slot + 1}
                    </text>
                    {token !== undefined && (
                      <Letter
                        x={57}
                        y={0}
                        letter={sign(config, token)}
                        state={slot === 0 ? 'check' : 'draft'}
                      />
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
      </g>
    </>
  );
  return { height: Math.ceil(top + (tall + 4) * scale), body };
};
