import { randomFillSync } from 'node:crypto';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The largest multiple of 62 in a byte: bytes from there on are thrown away, so that every digit is as likely. */
const fairBytes = 248;

/** Random bytes are fetched many at a time, as each fetch costs more than a thousand digits; none is used twice. */
const pool = Buffer.alloc(4096);
let used = pool.length;

/** `length` characters `[0-9A-Za-z]` of cryptographic randomness. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    const byte = nextByte();
    if (byte < fairBytes) text += digits[byte % digits.length];
  }
  return text;
}

/** An id as CONTRACT has it: 17 characters. */
export function randomId(): string {
  return randomBase62(17);
}

function nextByte(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  pool[used] = 0;
  used += 1;
  return byte;
}
