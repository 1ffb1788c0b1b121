// Drafts in a round across, tokens of the round upwards: counted, and by the formula. A pure function of its
// props.

import type { MethodName } from '@/gpu';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { linear, pathThrough, tenth } from '../svg/scale';
import { CurveName, Dots } from './Curves';
import type { Worth } from './worth';

export type WorthViewProps = Readonly<{
  worth: Worth;
  method: MethodName;
  words: Readonly<{
    drafts: string;
    tokens: string;
    counted: string;
    formula: string;
    picture: string;
  }>;
}>;

const WIDTH = 440;
const HEIGHT = 250;
const PLACE = { left: 44, right: 70, top: 30, bottom: 46 };
const BOTTOM = HEIGHT - PLACE.bottom;

type Place = Worth['places'][number];

export function WorthView({ worth, method, words }: WorthViewProps) {
  const { places } = worth;
  const last = places.at(-1);
  if (!last) return null;
  const x = linear([0, Math.max(2, last.drafts)], [PLACE.left, WIDTH - PLACE.right]);
  const y = linear([1, Math.max(2, last.counted, last.formula)], [BOTTOM, PLACE.top]);
  const start = { drafts: 0, counted: 1, formula: 1 };
  const path = (read: (place: Place) => number) =>
    pathThrough([start, ...places].map((place) => [x(place.drafts), y(read(place))]));
  // The higher name above, the lower one below, however close the curves end.
  const apart = Math.max(0, 16 - Math.abs(y(last.counted) - y(last.formula))) / 2;
  const up = last.counted >= last.formula ? -apart : apart;
  return (
    <Chart kind="chart-narrow" width={WIDTH} height={HEIGHT} label={words.picture}>
      <Axis
        scale={x}
        side="bottom"
        at={BOTTOM}
        ticks={[0, ...places.map(({ drafts }) => drafts)]}
        label={words.drafts}
      />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={y.ticks(5).filter(Number.isInteger)}
        label={words.tokens}
        grid={WIDTH - PLACE.left - PLACE.right}
      />
      <path className="worth-formula" d={path(({ formula }) => formula)} />
      <path className="race" data-method={method} d={path(({ counted }) => counted)} />
      <Dots method={method} points={places.map(({ drafts, counted }) => [x(drafts), y(counted)])} />
      <CurveName method={method} x={x(last.drafts) + 10} y={y(last.counted) + up}>
        {words.counted}
      </CurveName>
      <text
        className="cost-name"
        x={tenth(x(last.drafts) + 10)}
        y={tenth(y(last.formula) - up)}
        dy="0.32em"
      >
        {words.formula}
      </text>
    </Chart>
  );
}
