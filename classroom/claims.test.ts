import { expect, test } from 'vitest';
import { type Claims, sign, verify } from './claims';
import { CLAIM_LIFE_MS } from './limits';

const PERSON = '0123456789abcdef'.repeat(2);
const key = new Uint8Array(32).fill(7);
const claims: Claims = {
  ...{
    code: 'ABCDEF',
    born: 1000,
    lesson: 'x',
    language: 'en',
    role: 'student',
    person: PERSON,
    alias: 'Red Kite',
  },
};

test('a signed claim is read back', () => {
  expect(verify(sign(claims, key), key, 2000)).toEqual(claims);
});

test('a student cannot make a teacher of the claim', () => {
  const [, signature] = sign(claims, key).split('.');
  const forged = Buffer.from(JSON.stringify({ ...claims, role: 'teacher' })).toString('base64url');
  expect(() => verify(`${forged}.${signature}`, key, 2000)).toThrow(/not known/);
});

test.each([
  '',
  '.',
  'a.b',
  'x'.repeat(5000),
  `${sign(claims, key)}x`,
  sign(claims, key).slice(0, -2),
])('something else is no claim: %#', (token) => {
  expect(() => verify(token, key, 2000)).toThrow(/not known/);
});

test('another key, or another day, is no claim', () => {
  expect(() => verify(sign(claims, new Uint8Array(32)), key, 2000)).toThrow(/not known/);
  expect(() => verify(sign(claims, key), key, 1001 + CLAIM_LIFE_MS)).toThrow(/older/);
});

test('a person who is no number of ours is refused, even where we signed it', () => {
  const odd = sign({ ...claims, person: '__proto__' }, key);
  expect(() => verify(odd, key, 2000)).toThrow();
});
