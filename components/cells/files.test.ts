import { expect, test } from 'vitest';
import { csvOf } from './files';

test('a table becomes rows, with what it is of above them', () => {
  const table = { caption: 'Bins', head: ['letter', 'from'], rows: [['a', '0.1']] };
  expect(csvOf(table, ['seed 7', 'cite\nthis'])).toBe(
    '# Bins\r\n# seed 7\r\n# cite this\r\nletter,from\r\na,0.1\r\n',
  );
});

test('commas, quotes and line breaks are quoted; what looks like a formula is kept from being one', () => {
  const rows = [['a,b', 'say "u"', '⏎\n', '=1+1', '-', -2, '-0.5']];
  expect(csvOf({ caption: '', head: [], rows }, []).split('\r\n').slice(2, -1).join()).toBe(
    `"a,b","say ""u""","⏎\n",'=1+1,'-,-2,-0.5`,
  );
});
