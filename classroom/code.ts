// Room codes: six characters that are read out, typed and scanned.

/** No 0 and O, no 1, I and L, no 5 and S, no 2 and Z, no U and V. */
const ALPHABET = 'ABCDEFGHJKMNPQRTWXY346789';
const LENGTH = 6;

/** A code from random bytes; 256 is no multiple of 25, so bytes from 250 on are left out. */
export function newCode(bytes: () => Uint8Array): string {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of bytes()) {
      if (byte < 250 && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** A code as it was typed, in capitals and without spaces and dashes; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const fits = code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter));
  return fits ? code : null;
}
