/**
 * A reader of CSV by the grammar of RFC 4180, section 2, made to check what is written: it throws on whatever that does not allow.
 * White space belongs to a field.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      const { value, end } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
      record.push(value);
      at = end;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (at < text.length && text.slice(at, at + 2) !== '\r\n') throw new SyntaxError(`No end of line at ${at}.`);
    at += 2;
    records.push(record);
  }
  return records;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, start: number): Field {
  let end = start;
  while (end < text.length && !/[,\r\n]/.test(text[end] ?? '')) {
    if (text[end] === '"') throw new SyntaxError(`A quote in a plain field at ${end}.`);
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  let value = '';
  let at = start + 1;
  while (text[at] !== '"' || text[at + 1] === '"') {
    if (at >= text.length) throw new SyntaxError(`A quoted field from ${start} on does not end.`);
    value += text[at];
    at += text[at] === '"' ? 2 : 1;
  }
  return { value, end: at + 1 };
}
