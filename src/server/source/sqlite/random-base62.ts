import { randomBytes } from 'node:crypto';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The largest multiple of 62 in a byte: bytes from there on are thrown away, so that every digit is as likely. */
const fairBytes = 248;

/** `length` characters `[0-9A-Za-z]` of cryptographic randomness. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < fairBytes && text.length < length) text += digits[byte % digits.length];
    }
  }
  return text;
}

/** An id as CONTRACT has it: 17 characters. */
export function randomId(): string {
  return randomBase62(17);
}
