'use client';
// The pinned runs of a figure, one below the other: for each what its methods wrote, and the way back to it.

import { useRef } from 'react';
import { formatRun, type RunSpec } from '@/gpu';
import { writeCell } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { parseAddress } from '../notebook/address';
import { useActions, useNotebookState } from '../notebook/context';
import { DEFAULTS } from '../notebook/defaults';
import type { Pin, PinnedLine } from '../notebook/state';
import { Button, IconButton } from '../ui/Button';
import type { CellWords } from './about';

export default function PinTable({ id }: Readonly<{ id: string }>) {
  const words = usePanelWords('cell');
  const { unpin } = useActions();
  const all = useNotebookState((state) => state.pins);
  const place = useRef<HTMLElement>(null);
  const pins = all.filter(({ cell }) => cell === id);
  const measures = pins.flatMap(({ lines }) => lines.flatMap((line) => line.measures));
  const names = [...new Set(measures.map(({ name }) => name))];

  /** The button that had the focus goes with its run. */
  function remove(pin: Pin) {
    const menu = place.current?.parentElement?.closest('[id]')?.querySelector('.cell-menu-place');
    (pins.length > 1 ? place.current : menu?.querySelector('button'))?.focus();
    unpin(pin);
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section className="pins" tabIndex={0} aria-label={words('pins')} ref={place}>
      <table className="table">
        <caption>
          {words('pinsAre')} {pins.some(holdsDrafts) && words('pinsDrafts')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words('pins')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {pins.map((pin, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same run may be pinned twice
          <tbody key={k}>
            <PinHead pin={pin} number={k + 1} width={names.length + 1} onRemove={remove} />
            {pin.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line of a run has its place
              <PinLine key={at} line={line} first={pin.lines[0]} names={names} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type PinHeadProps = Readonly<{
  pin: Pin;
  number: number;
  /** Columns of the table. */
  width: number;
  onRemove: (pin: Pin) => void;
}>;

function PinHead({ pin, number, width, onRemove }: PinHeadProps) {
  const words = usePanelWords('cell');
  const { commit } = useActions();
  return (
    <tr className="pin-head">
      <th scope="rowgroup" colSpan={width}>
        <div>
          <span>
            {settingsOf(pin.run, words)} · {pin.origin}
          </span>
          <Button look="bare" onClick={() => commit(() => parseAddress(pin.address).choices)}>
            {words('pinShow')}
          </Button>
          <IconButton
            icon="cross"
            label={words('pinRemove', { number })}
            onClick={() => onRemove(pin)}
          />
        </div>
      </th>
    </tr>
  );
}

type PinLineProps = Readonly<{
  line: PinnedLine;
  /** Of the same run. */
  first: PinnedLine | undefined;
  names: readonly string[];
}>;

function PinLine({ line, first, names }: PinLineProps) {
  const words = usePanelWords('cell');
  const methods = usePanelWords('methods');
  const { method, text, measures } = line;
  const same = line !== first && text === first?.text;
  return (
    <tr>
      <th scope="row">
        {method && methods(`${method}.label`)}
        {text !== undefined && (
          <span className="pin-text">{same ? <i>{words('pinSame')}</i> : text}</span>
        )}
      </th>
      {names.map((name) => (
        <td key={name} className="number" data-label={name}>
          {writeCell(measures.find((measure) => measure.name === name)?.value ?? '', words)}
        </td>
      ))}
    </tr>
  );
}

/** Figures of names show what one call drafts, not what comes of it once it is checked. */
function holdsDrafts({ run, lines }: Pin): boolean {
  return run.model === 'names' && lines.some(({ method }) => method && method !== 'ar');
}

/** The seed, and what else but the method differs from the page as it comes. */
function settingsOf(run: RunSpec, words: CellWords): string {
  const usual = { ...DEFAULTS.runs[run.model], seed: -1, method: run.method };
  return [...formatRun(run, usual)]
    .map(([name, value]) => words('pinSetting', { name, value }))
    .join(', ');
}
