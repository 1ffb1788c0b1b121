// A CDF as blocks laid end to end: each token's block begins where the one before it ends, and is as high as
// the token is probable. The line at u hits one of them. A pure function of its props.

import type { Config } from '@/gpu';
import { Axis } from '../svg/Axis';
import { Chart } from '../svg/Chart';
import { bands, linear, tenth } from '../svg/scale';
import { glyph } from './one-shot';
import { binAt, binsOf } from './rulers';

export type StackChartProps = Readonly<{
  config: Config;
  /** [V] */
  cdf: Float64Array;
  u: number;
  words: Readonly<{ sum: string; picture: string }>;
}>;

const WIDTH = 640;
const HEIGHT = 260;
const PLACE = { left: 40, right: 16, top: 28, bottom: 30 };

export function StackChart({ config, cdf, u, words }: StackChartProps) {
  const bins = binsOf(cdf);
  const picked = binAt(bins, u);
  const letter = (token: number) => (token === config.end ? '■' : glyph(config, token));
  const x = bands(
    [...config.vocabulary].map((_, token) => letter(token)),
    [PLACE.left, WIDTH - PLACE.right],
  );
  const y = linear([0, 1], [HEIGHT - PLACE.bottom, PLACE.top]);
  const hit = x(letter(picked?.token ?? 0)) + x.width / 2;
  return (
    <Chart kind="stack-chart" width={WIDTH} height={HEIGHT} label={words.picture}>
      <Axis scale={x} side="bottom" at={HEIGHT - PLACE.bottom} />
      <Axis
        scale={y}
        side="left"
        at={PLACE.left}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        label={words.sum}
      />
      {bins.map(({ token, from, to }) => (
        <rect
          key={token}
          className="stack-block"
          data-picked={token === picked?.token || undefined}
          x={tenth(x(letter(token)) + 1)}
          width={tenth(x.width - 2)}
          y={tenth(y(to))}
          height={Math.max(0.8, tenth(y(from) - y(to)))}
        />
      ))}
      <path
        className="stack-u"
        d={`M${PLACE.left} ${tenth(y(u))}H${tenth(hit)}V${HEIGHT - PLACE.bottom}`}
      />
    </Chart>
  );
}
