import { expect, test } from 'vitest';
import { between, numbersIn, rounded, writeCell } from '../i18n/numbers';
import { csvOf } from './files';

test('a file has numbers with a point, whatever language wrote the table', () => {
  const rows = [['a', 0.5, rounded(0.125, 2), between(1, 2.5)]];
  expect(csvOf({ caption: '', head: [], rows }, []).split('\r\n')[2]).toBe(
    'a,0.5,0.13,1.00 – 2.50',
  );
  const german = numbersIn('de');
  expect(rows[0]?.map((cell) => writeCell(cell, german))).toEqual([
    'a',
    '0,5',
    '0,13',
    '1,00 – 2,50',
  ]);
});

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
