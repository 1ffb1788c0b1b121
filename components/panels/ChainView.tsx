// Steps that wait for each other, a line for each method, all to one scale. A pure function of its props.

import type { MethodName } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import type { ChainLine } from './chain';

export type ChainViewProps = Readonly<{
  lines: readonly Readonly<{ method: MethodName; line: ChainLine }>[];
  words: Readonly<{
    label: string;
    time: (line: ChainLine) => string;
    count: (line: ChainLine) => string;
  }>;
}>;

export function ChainView({ lines, words }: ChainViewProps) {
  const names = usePanelWords('methods');
  const longest = Math.max(...lines.map(({ line }) => line.time));
  const place = (time: number) => `${((100 * time) / longest).toFixed(2)}%`;
  return (
    <ol className="chain" aria-label={words.label}>
      {lines.map(({ method, line }) => (
        <li key={method}>
          <span>{names(`${method}.label`)}</span>
          <svg className="chain-steps" aria-hidden="true">
            {line.steps.map(({ kind, from, to }) => (
              <rect
                key={from}
                data-kind={kind}
                x={place(from)}
                width={place(to - from)}
                y={kind === 'large' ? '0' : '25%'}
                height={kind === 'large' ? '100%' : '50%'}
              />
            ))}
          </svg>
          <span>
            <span className="chain-time figures">{words.time(line)}</span>
            <br />
            <span className="chain-count figures">{words.count(line)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
