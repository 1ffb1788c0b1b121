// Who somebody is, as a signed claim that they keep themselves: no account, and no memory of ours that a
// restart could lose. Source: a message authentication code over a payload, RFC 2104.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { RoomFault } from './fault';
import { LANGUAGES } from './lesson';
import { CLAIM_LIFE_MS } from './limits';

export const ROLES = ['teacher', 'screen', 'student'] as const;
export type Role = (typeof ROLES)[number];

const claimsSchema = z.strictObject({
  code: z.string(),
  /** When the room was opened, ms. */
  born: z.int(),
  lesson: z.string(),
  /** What the room speaks. */
  language: z.enum(LANGUAGES).default('en'),
  role: z.enum(ROLES),
  /** 128 random bits, hexadecimal. */
  person: z.string().regex(/^[0-9a-f]{32}$/),
  /** A student's; empty for others. */
  alias: z.string(),
});
export type Claims = Readonly<z.infer<typeof claimsSchema>>;

/** `payload.signature`, both base64url. @param key of 32 bytes or more */
export function sign(claims: Claims, key: Uint8Array): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${macOf(payload, key).toString('base64url')}`;
}

/** What a token claims. Throws RoomFault 'no-claim' where it is not ours or too old. */
export function verify(token: string, key: Uint8Array, now = Date.now()): Claims {
  const [payload = '', signature = ''] = token.split('.');
  const expected = macOf(payload, key);
  const found = Buffer.from(signature, 'base64url');
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
    throw new RoomFault('no-claim', 'This link or device is not known here. Join with the code.');
  }
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (now - claims.born > CLAIM_LIFE_MS) {
    throw new RoomFault('no-claim', 'This link is of an older lesson. Join with a new code.');
  }
  return claims;
}

function macOf(payload: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(payload).digest();
}
