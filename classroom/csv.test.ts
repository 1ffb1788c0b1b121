import { expect, test } from 'vitest';
import { csvOf } from './csv';
import type { Lesson } from './lesson';
import { newRoom, type Room } from './room';

const lesson: Lesson = {
  ...{ id: 'l', title: 'L', summary: 's' },
  scenes: [
    {
      ...{ id: 'a', title: 'Dice, and a vote', minutes: 1, steps: ['x'], prompt: 'p', notes: 'n' },
      question: { ask: '?', choices: ['=1+1', 'a "b"'], answer: 1, why: 'w' },
    },
  ],
};
const room: Room = {
  ...newRoom({ code: 'ABCDEF', born: 1, lesson: 'l', language: 'en' }),
  people: { p: { alias: 'Red Kite', open: {}, where: null } },
  choices: { a: { p: { choice: 0 } } },
  numbers: { a: { p: { us: [0.25, 0.5], by: 'chance' } } },
};

test('a vote and numbers of one scene are two rows; nothing is a formula', () => {
  expect(csvOf(room, lesson).split('\r\n')).toEqual([
    'student,scene,answer,right',
    'Red Kite,"Dice, and a vote",\'=1+1,no',
    'Red Kite,"Dice, and a vote",0.2500 0.5000 (by chance),',
    '',
  ]);
  const quoted = { ...room, choices: { a: { p: { choice: 1 } } }, numbers: {} };
  expect(csvOf(quoted, lesson)).toContain('"a ""b""",yes');
});
