'use client';
// The joint distribution against the product of its marginals, connected: either model, any prompt.

import './cells.css';
import { useMemo, useState } from 'react';
import { type Config, type ModelName, mutualInformation, productOf, totalVariation } from '@/gpu';
import { CellFrame, CellPicture } from '../cells/CellFrame';
import { useCell } from '../cells/use-cell';
import type { PanelWordsOf } from '../i18n/catalogue';
import { type Numbers, rounded } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { setJoint } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';
import { type PairJoint, sameDistribution } from '../notebook/state';
import type { TableData } from '../ui/DataTable';
import { Segmented } from '../ui/Segmented';
import { TokenRow } from '../ui/TokenRow';
import { type Cell, JointMap, sign } from './JointMap';
import { differences, mostOf, sidesOf } from './joints';
import { glyph } from './one-shot';
import { PromptField } from './PromptField';
import { percent } from './rulers';
import { useLight, useLit } from './use-lit';

const PARTS = { names: ['joint'], tales: ['tales-joint'] } as const;

export function JointPanel() {
  const words = usePanelWords('joint');
  const model = useNotebookState((state) => state.choices.joint);
  const { commit } = useActions();
  const run = useNotebookState((state) => state.choices.runs[model]);
  const joint = useNotebookState((state) => state.joints[model]);
  const { config } = useNotebookState((state) => state.models[model]);
  const exact = joint?.exact;
  const measures = useMemo(() => {
    if (!exact) return [];
    const product = productOf(exact);
    return [
      { name: words('information'), value: rounded(mutualInformation(exact, product), 2) },
      { name: words('distance'), value: rounded(totalVariation(exact, product), 3) },
    ];
  }, [exact, words]);
  const cell = useCell({
    ...{ id: 'joint', model, parts: PARTS[model], value: joint, own: ['joint'] },
    stale: !joint || !sameDistribution(joint.run, run),
    measures,
  });
  return (
    <CellFrame
      cell={cell}
      title={words('title')}
      caption={words('caption')}
      table={joint ? tableOf(joint, config, words) : undefined}
      first
    >
      <div className="joint-controls">
        <Segmented<ModelName>
          label={words('model')}
          value={model}
          options={[
            { value: 'names', label: words('names') },
            { value: 'tales', label: words('tales') },
          ]}
          onChange={(next) => commit((choices) => setJoint(choices, next))}
        />
        <PromptField
          key={model}
          model={model}
          label={words(model === 'names' ? 'begin' : 'after')}
          placeholder={words('anything')}
        />
      </div>
      <CellPicture cell={cell}>
        {joint ? (
          <Maps joint={joint} config={config} />
        ) : (
          <p className="cell-reading">{words('waiting')}</p>
        )}
      </CellPicture>
    </CellFrame>
  );
}

function Maps({ joint, config }: Readonly<{ joint: PairJoint; config: Config }>) {
  const words = usePanelWords('joint');
  const { exact } = joint;
  const product = useMemo(() => productOf(exact), [exact]);
  const sides = useMemo(() => sidesOf(exact), [exact]);
  const most = useMemo(() => mostOf(exact, product), [exact, product]);
  const [worst] = useMemo(() => differences(exact, product, 1), [exact, product]);
  const [pointed, onAt] = useState<Cell | null>(null);
  const inside =
    pointed && sides.firsts.includes(pointed.first) && sides.seconds.includes(pointed.second);
  const at = inside ? pointed : (worst ?? null);
  const pair = at ? at.first * Math.round(Math.sqrt(exact.length)) + at.second : 0;
  const light = { lit: useLit(joint.run.model), onLight: useLight(joint.run.model) };
  const map = { config, sides, most, at, onAt, ...light };
  return (
    <>
      <div className="joint-maps">
        <section aria-label={words('exact')}>
          <h4>{words('exact')}</h4>
          <JointMap
            {...map}
            p={exact}
            kind="teacher"
            label={words('map', { name: words('exact') })}
          />
        </section>
        <section aria-label={words('product')}>
          <h4>{words('product')}</h4>
          <JointMap
            {...map}
            p={product}
            kind="independent"
            label={words('map', { name: words('product') })}
          />
        </section>
      </div>
      {at && (
        <div className="joint-pair">
          <TokenRow
            {...light}
            label={words('headPair')}
            tokens={[at.first, at.second].map((token, k) => ({
              token: glyph(config, token),
              position: k + 1,
              hidePosition: true,
            }))}
          />
          <p className="cell-reading" role="status">
            {words('pair', {
              first: sign(config, at.first),
              second: sign(config, at.second),
              exact: percent(exact[pair] ?? 0, words),
              product: percent(product[pair] ?? 0, words),
            })}
          </p>
        </div>
      )}
      <dl className="cell-numbers">
        <div>
          <dt>{words('information')}</dt>
          <dd className="figures">
            {words('bits', { bits: words.number(mutualInformation(exact, product), 2) })}
          </dd>
          <dd>{words('informationMeans')}</dd>
        </div>
        <div>
          <dt>{words('distance')}</dt>
          <dd className="figures">{words.number(totalVariation(exact, product), 3)}</dd>
          <dd>
            {words('distanceMeans', { share: percent(totalVariation(exact, product), words) })}
          </dd>
        </div>
      </dl>
      {sides.share < 0.9995 && (
        <p className="text-soft text-sm">
          {words('drawn', { share: percent(sides.share, words) })}
        </p>
      )}
    </>
  );
}

function tableOf({ exact }: PairJoint, config: Config, words: PanelWordsOf<'joint'>): TableData {
  const rows = differences(exact, productOf(exact), 20).map((pair) => [
    `${sign(config, pair.first)}${sign(config, pair.second)}`,
    (numbers: Numbers) => percent(pair.exact, numbers),
    (numbers: Numbers) => percent(pair.product, numbers),
  ]);
  const head = [words('headPair'), words('headJoint'), words('headProduct')];
  return { caption: words('table'), head, rows };
}
