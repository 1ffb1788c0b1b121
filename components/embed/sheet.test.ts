import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the sheet of embedded panels has every sheet of the panels', () => {
  const sheet = readFileSync('components/embed/embed.css', 'utf8');
  const sheets = readdirSync('components/panels').filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const file of sheets) expect(sheet).toContain(`@import "../panels/${file}";`);
});
