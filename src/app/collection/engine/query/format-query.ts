import type { Comparison, Term } from './query-term.ts';

/** Writes terms as the text that `parseQuery` reads them from, in the one way in which it is always written. */
export function formatQuery(terms: readonly Term[]): string {
  return terms.map(formatTerm).join(' ');
}

/** One term as text. */
export function formatTerm(term: Term): string {
  return `${term.not ? '-' : ''}${term.key === 'word' ? formatWord(term.text) : `${term.key}:${formatValue(term)}`}`;
}

function formatValue(term: Exclude<Term, { key: 'word' }>): string {
  if ('text' in term) return /^"|\s/.test(term.text) ? quote(term.text) : term.text;
  if ('word' in term) return term.word;
  return formatComparison(term.range);
}

function formatWord(text: string): string {
  return /\s|^["-]|^[a-z]+:/i.test(text) ? quote(text) : text;
}

function quote(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
}

function formatComparison(range: Comparison<number> | Comparison<string>): string {
  if (range.op === '..') return `${range.from}..${range.to}`;
  return range.op === '=' ? String(range.value) : range.op + range.value;
}
