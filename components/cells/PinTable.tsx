'use client';
// The pinned runs of a figure: one row each, with the way back to it.

import { formatRun, type RunSpec } from '@/gpu';
import { writeCell } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { parseAddress } from '../notebook/address';
import { useActions, useNotebookState } from '../notebook/context';
import { DEFAULTS } from '../notebook/defaults';
import { Button, IconButton } from '../ui/Button';

export default function PinTable({ id }: Readonly<{ id: string }>) {
  const words = usePanelWords('cell');
  const { commit, unpin } = useActions();
  const all = useNotebookState((state) => state.pins);
  const pins = all.filter(({ cell }) => cell === id);
  const names = [...new Set(pins.flatMap(({ measures }) => measures.map(({ name }) => name)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section className="pins" tabIndex={0} aria-label={words('pins')}>
      <table className="table">
        <caption>{words('pins')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('pinRun')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words('pinFrom')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pins.map((pin, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same run may be pinned twice
            <tr key={k}>
              <th scope="row">{settingsOf(pin.run)}</th>
              {names.map((name) => {
                const value = pin.measures.find((measure) => measure.name === name)?.value ?? '';
                return (
                  <td key={name} className={typeof value === 'string' ? undefined : 'number'}>
                    {writeCell(value, words)}
                  </td>
                );
              })}
              <td>{pin.origin}</td>
              <td className="pin-acts">
                <Button look="bare" onClick={() => commit(() => parseAddress(pin.address).choices)}>
                  {words('pinShow')}
                </Button>
                <IconButton
                  icon="cross"
                  label={words('pinRemove', { number: k + 1 })}
                  onClick={() => unpin(pin)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The seed, and what else differs from the page as it comes, as an address has it. */
function settingsOf(run: RunSpec): string {
  const changed = formatRun(run, { ...DEFAULTS.runs[run.model], seed: -1 });
  return [...changed].map(([name, value]) => `${name} ${value}`).join(', ');
}
