// The figure of the two theorems: u's above, distributions between, the text below. A pure function.

import { type Config, probabilitiesOf, type Trace } from '@/gpu';
import { useNumbers } from '../i18n/PanelWords';
import { Chart } from '../svg/Chart';
import { tenth } from '../svg/scale';
import { writeU } from '../ui/unit-number';
import { glyph } from './one-shot';
import { decidedAt, type Node, PROOF, sourcesOf } from './proof';

export type ProofViewProps = Readonly<{
  config: Config;
  /** One-at-a-time decoding: its first three distributions and picks are drawn. */
  ar: Trace;
  u: readonly number[];
  /** Step of PROOF. */
  index: number;
  label: string;
  /** What stands for the known text. */
  text: string;
  /** Output position that the reader points at, from 1. */
  lit?: number | undefined;
  onLight?: ((position: number | undefined) => void) | undefined;
}>;

const WIDTH = 640;
const HEIGHT = 310;
const COLUMNS = [0, 190, 360, 530];
const ROWS = { u: 36, P: 138, t: 262 };
const BOX = { width: 116, height: 56 };
const ALL: readonly Node[] = ['text', 'u1', 'u2', 'u3', 'P1', 'P2', 'P3', 't1', 't2', 't3'];

function placeOf(node: Node): { x: number; y: number } {
  if (node === 'text') return { x: 48, y: ROWS.t };
  return { x: COLUMNS[Number(node[1])] ?? 0, y: ROWS[node[0] as 'u' | 'P' | 't'] };
}

export function ProofView(props: ProofViewProps) {
  const { config, ar, u, index, label, text, lit, onLight } = props;
  const step = PROOF[index];
  const decided = decidedAt(index);
  const { from, to } = step ?? {};
  const plays = (node: Node) => !from || from.includes(node) || node === to;
  const arrows = ALL.flatMap((node) => sourcesOf(node).map((source) => ({ source, node })));
  return (
    <Chart kind="proof" width={WIDTH} height={HEIGHT} label={label}>
      {arrows.map(({ source, node }) => (
        <path
          key={`${source} ${node}`}
          className="proof-arrow"
          data-on={decided.has(node) || undefined}
          data-through={(decided.has(node) && !!from) || undefined}
          data-u={source.startsWith('u') || undefined}
          d={arrow(source, node)}
        />
      ))}
      {from &&
        to &&
        from.map((source) => (
          <path
            key={source}
            className="proof-short"
            data-u={source !== 'text' || undefined}
            d={shortcut(source, to)}
          />
        ))}
      {ALL.map((node) => {
        const { x, y } = placeOf(node);
        const position = node === 'text' ? undefined : Number(node[1]);
        return (
          // Pointing only repeats what the words beside the figure do, and they take the keyboard.
          <g
            key={node}
            className="proof-node"
            data-kind={node === 'text' ? 'text' : node[0]}
            data-on={decided.has(node) || undefined}
            data-fresh={step?.fresh.includes(node) || node === to || undefined}
            data-through={!plays(node) || undefined}
            data-lit={(position !== undefined && position === lit) || undefined}
            transform={`translate(${x} ${y})`}
            onPointerEnter={() => onLight?.(position)}
            onPointerLeave={() => onLight?.(undefined)}
          >
            <Mark config={config} ar={ar} u={u} node={node} text={text} on={decided.has(node)} />
          </g>
        );
      })}
    </Chart>
  );
}

type MarkProps = Readonly<
  Pick<ProofViewProps, 'config' | 'ar' | 'u' | 'text'> & { node: Node; on: boolean }
>;

function Mark({ config, ar, u, node, text, on }: MarkProps) {
  const numbers = useNumbers();
  if (node === 'text') {
    return (
      <>
        <rect x="-40" y="-18" width="80" height="36" rx="4" />
        <text dy="0.34em" textAnchor="middle">
          {text}
        </text>
      </>
    );
  }
  const k = Number(node[1]);
  const { checks = [], checkCdfs = [] } = ar.steps[k - 1] ?? {};
  const name = (
    <tspan>
      {node[0]}
      <tspan dy="3" fontSize="0.72em">
        {k}
      </tspan>
    </tspan>
  );
  switch (node[0]) {
    case 'u':
      return (
        <>
          <circle r="19" />
          <text className="proof-name" x="-26" dy="0.34em" textAnchor="end">
            {name}
          </text>
          <text dy="0.34em" textAnchor="middle" className="proof-figure">
            {writeU(u[k - 1] ?? 0, numbers, 2).slice(1)}
          </text>
        </>
      );
    case 'P':
      return (
        <>
          <rect
            x={-BOX.width / 2}
            y={-BOX.height / 2}
            width={BOX.width}
            height={BOX.height}
            rx="4"
          />
          {on && <Bars cdf={checkCdfs[0]} picked={checks[0]} />}
          <text className="proof-name" x={-BOX.width / 2 - 6} dy="0.34em" textAnchor="end">
            {name}
          </text>
        </>
      );
    default:
      return (
        <>
          <rect x="-18" y="-18" width="36" height="36" rx="4" />
          <text className="proof-name" x="-24" dy="0.34em" textAnchor="end">
            {name}
          </text>
          <text dy="0.34em" textAnchor="middle" className="proof-figure">
            {on ? (checks[0] === config.end ? '■' : glyph(config, checks[0] ?? null)) : '?'}
          </text>
        </>
      );
  }
}

/** A distribution as small bars in token-id order, the picked one in its colour. */
function Bars({
  cdf,
  picked,
}: Readonly<{ cdf: Float64Array | undefined; picked: number | undefined }>) {
  if (!cdf) return null;
  const p = Array.from(probabilitiesOf(cdf));
  const most = Math.max(...p);
  const wide = (BOX.width - 10) / p.length;
  return p.map((each, token) => {
    const height = tenth((each / most) * (BOX.height - 12));
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: the bar of a token
        key={token}
        className="proof-bar"
        data-picked={token === picked || undefined}
        x={tenth(5 - BOX.width / 2 + token * wide)}
        y={BOX.height / 2 - 5 - height}
        width={tenth(wide * 0.8)}
        height={height}
      />
    );
  });
}

/** Text flows up into a distribution; u and a distribution flow down into a token. */
function arrow(source: Node, node: Node): string {
  const a = placeOf(source);
  const b = placeOf(node);
  if (node.startsWith('P')) {
    const end = { x: b.x - BOX.width / 2 + 16, y: b.y + BOX.height / 2 + 2 };
    return `M${a.x} ${a.y - 20}C${a.x} ${a.y - 58} ${end.x} ${end.y + 44} ${end.x} ${end.y}`;
  }
  if (source.startsWith('u')) return `M${a.x} ${a.y + 20}V${ROWS.P - BOX.height / 2 - 2}`;
  return `M${a.x} ${a.y + BOX.height / 2 + 2}V${b.y - 20}`;
}

/** Straight from what is given to what it decides, past everything between. */
function shortcut(source: Node, to: Node): string {
  const a = placeOf(source);
  const b = placeOf(to);
  const top = to.startsWith('P') ? b.y - BOX.height / 2 - 3 : b.y - 21;
  if (source === 'text') {
    return `M${a.x + 41} ${a.y + 8}C${a.x + 160} ${HEIGHT + 6} ${b.x - 120} ${HEIGHT + 6} ${b.x - 14} ${b.y + (to.startsWith('P') ? BOX.height / 2 + 3 : 20)}`;
  }
  if (a.x === b.x)
    return `M${a.x + 14} ${a.y + 14}C${a.x + 84} ${a.y + 60} ${b.x + 84} ${top - 40} ${b.x + 10} ${top}`;
  return `M${a.x + 14} ${a.y + 14}C${a.x + 70} ${a.y + 46} ${b.x - 10} ${a.y + 20} ${b.x} ${top}`;
}
