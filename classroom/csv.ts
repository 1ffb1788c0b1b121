// What a class answered, as a table for a spreadsheet (RFC 4180).

import type { Lesson } from './lesson';
import type { Choice, Numbers } from './messages';
import type { Room } from './room';

/** One row for each answer; students as aliases. */
export function csvOf({ choices, numbers, people }: Room, { scenes }: Lesson): string {
  const rows = scenes.flatMap(({ id, title, question }) => {
    const given = [...Object.entries(choices[id] ?? {}), ...Object.entries(numbers[id] ?? {})];
    return given.map(([person, answer]) => {
      const right = question?.answer ?? null;
      const judged =
        right === null || !('choice' in answer) ? '' : answer.choice === right ? 'yes' : 'no';
      const alias = people[person]?.alias ?? '';
      return [alias, title, wordsOf(answer, question?.choices ?? []), judged];
    });
  });
  const table = [['student', 'scene', 'answer', 'right'], ...rows];
  return `${table.map((row) => row.map(cell).join()).join('\r\n')}\r\n`;
}

function wordsOf(answer: Choice | Numbers, choices: readonly string[]): string {
  if ('choice' in answer) return choices[answer.choice] ?? '';
  const us = 'u' in answer ? [answer.u] : answer.us;
  const by = answer.by === 'hand' ? 'by hand' : 'by chance';
  return `${us.map((u) => u.toFixed(4)).join(' ')} (${by})`;
}

/** Quoted where it must be; nothing that a spreadsheet would take for a formula. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
