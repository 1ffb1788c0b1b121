// ProphetNet's two streams, as its released models have them: what each names at every place of a text that it
// learns from.

import { wordsOf } from '../i18n/catalogue';
import { pageLocale } from '../i18n/page-locale';
import { Sign, SlotTable } from './SlotTable';

const PLACES = [1, 2, 3, 4];

/** How many places ahead of what goes in a stream looks. */
const STREAMS = [
  { key: 'main', ahead: 1 },
  { key: 'second', ahead: 2 },
] as const;

export function Streams() {
  const words = wordsOf(pageLocale(), 'streams');
  return (
    <SlotTable label={words('label')} caption={words('caption')}>
      <tr>
        <th scope="row">{words('in')}</th>
        {PLACES.map((k) => (
          <td key={k}>
            <Sign name="t" k={k} />
          </td>
        ))}
      </tr>
      {STREAMS.map(({ key, ahead }) => (
        <tr key={key}>
          <th scope="row">{words(key)}</th>
          {PLACES.map((k) => (
            <td key={k} data-out="token">
              <Sign name="t" k={k + ahead} />
            </td>
          ))}
        </tr>
      ))}
    </SlotTable>
  );
}
