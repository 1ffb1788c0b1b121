import { expect, test } from 'vitest';
import { excerpt } from './excerpt';

test('a declaration comes with the comment above it and ends with its brace', () => {
  const pick = excerpt('gpu/decoding/sampling.ts', 'pick');
  expect(pick).toMatch(/^\/\*\*\n \* The token whose interval/);
  expect(pick).toMatch(/export function pick\(cdf: Float64Array, u: number\): number \{/);
  expect(pick.endsWith('\n}')).toBe(true);
  expect(pick).not.toContain('softmax');
});

test('a constant that fits on a line is that line', () => {
  expect(excerpt('gpu/decoding/o-ptp.ts', 'oPtp')).toBe(
    'export const oPtp = (writer: Writer) => twoPass(writer, oPtpDrafter);',
  );
});

test('what is not there fails with file and part', () => {
  expect(() => excerpt('gpu/decoding/sampling.ts', 'nothing')).toThrow(/sampling\.ts.*nothing/);
  expect(() => excerpt('package.json')).toThrow(/package\.json/);
});
