// The cells of the chapters as pictures, drawn from a recorded run. Bless a wanted change with `npx vitest run -u`.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { productOf, uniform } from '@/gpu';
import { panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { parseRecording } from '../notebook/recorded';
import { CostChart } from './CostChart';
import fixture from './fixture.json';
import { JointMap } from './JointMap';
import { sidesOf } from './joints';
import { ProofView } from './ProofView';
import { PROOF } from './proof';
import { StackChart } from './StackChart';
import { TreeView } from './TreeView';

const { config, traces } = parseRecording(fixture);
const [ar, , , pqd] = traces;
const cdf = ar?.steps[0]?.checkCdfs[0];
if (!ar || !pqd || !cdf) throw new Error('fixture.json is cut');
const messages = panelMessages('en', ['ui']);
const u = Array.from({ length: 3 }, (_, k) => uniform(ar.run.seed, k));

function picture(element: React.ReactElement): string {
  return `${renderToStaticMarkup(
    <PanelWords locale="en" messages={messages}>
      {element}
    </PanelWords>,
  ).replaceAll('><', '>\n<')}\n`;
}

describe('the pictures of', () => {
  test('the cost of a call', async () => {
    const widths = [1, 2, 4, 8].map((rows) => {
      return { rows, count: 5, ms: 2 + rows / 2, low: 2 + rows / 3, high: 3 + rows / 2 };
    });
    const words = { rows: 'rows', ms: 'ms', alone: 'each as dear', picture: 'cost' };
    const drawn = picture(<CostChart widths={widths} words={words} />);
    await expect(drawn).toMatchFileSnapshot('pictures/cost.svg');
  });

  test('a CDF as blocks', async () => {
    const words = { sum: 'running sum', picture: 'blocks' };
    const drawn = picture(<StackChart config={config} cdf={cdf} u={0.4} words={words} />);
    await expect(drawn).toMatchFileSnapshot('pictures/stack.svg');
  });

  test('the proof, half way and at its end', async () => {
    const view = { config, ar, u, label: 'proof', text: 'start' };
    const half = picture(<ProofView {...view} index={3} />);
    await expect(half).toMatchFileSnapshot('pictures/proof-half.svg');
    const end = picture(<ProofView {...view} index={PROOF.length - 1} />);
    await expect(end).toMatchFileSnapshot('pictures/proof-end.svg');
  });

  test('a call of partial quadratic decoding', async () => {
    const step = pqd.steps.find(({ drafts }) => drafts.length > 1);
    if (!step) throw new Error('fixture.json has no such call');
    const groups = Array.from({ length: step.drafts.length + 1 }, (_, k) => (k + 1) % 4);
    const words = { tree: 'rows', kept: 'kept', dropped: 'dropped', passes: 'passes its u on' };
    const weights = groups.map(() => 1 / groups.length);
    const drawn = picture(
      <TreeView
        {...{ config, weights, words }}
        step={{ ...step, groups }}
        tail={[1, 2]}
        last={3}
        lit={step.position + 2}
        onLight={() => {}}
      />,
    );
    await expect(drawn).toMatchFileSnapshot('pictures/tree.html');
  });

  test('a heat map', async () => {
    const joint = Float64Array.from([0.5, 0, 0.1, 0, 0.3, 0, 0.1, 0, 0]);
    const drawn = picture(
      <JointMap
        {...{ config, sides: sidesOf(joint), at: { first: 1, second: 1 }, onAt: () => {} }}
        p={productOf(joint)}
        most={0.5}
        kind="independent"
        label="pairs"
        lit={1}
        onLight={() => {}}
      />,
    );
    await expect(drawn).toMatchFileSnapshot('pictures/joint.html');
  });
});
