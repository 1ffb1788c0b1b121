// O-PTP and C-PTP beside each other: the same slots, the labels one slot apart. After the released benchmark
// code's own picture of it.

import { wordsOf } from '../i18n/catalogue';
import { pageLocale } from '../i18n/page-locale';
import { Sign, SlotTable } from './SlotTable';
import { U } from './U';

const KNOWN = [1, 2, 3, 4];
const DRAWN = [5, 6, 7];

/** Four known tokens, then three slots that carry a u each; what is read off below each slot. */
export function SlotShift() {
  const words = wordsOf(pageLocale(), 'words');
  const slots = [...KNOWN, ...DRAWN];
  return (
    <SlotTable
      label={words('slots')}
      caption={words.rich('slotsCaption', { i: (name) => <i>{name}</i> })}
    >
      <tr>
        <th scope="row">{words('goesIn')}</th>
        {slots.map((k) => (
          <td key={k} data-in={DRAWN.includes(k) ? 'u' : 'token'}>
            {DRAWN.includes(k) ? <U k={`${k}`} /> : <Sign name="t" k={k} />}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{words('cReads')}</th>
        {slots.map((k) => (
          <td key={k} data-out={k >= KNOWN.length ? 'distribution' : undefined}>
            {k >= KNOWN.length ? <Sign name="P" k={k + 1} /> : '–'}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{words('oReads')}</th>
        {slots.map((k) => (
          <td key={k} data-out={DRAWN.includes(k) ? 'token' : undefined}>
            {DRAWN.includes(k) ? <Sign name="t" k={k} /> : '–'}
          </td>
        ))}
      </tr>
    </SlotTable>
  );
}
