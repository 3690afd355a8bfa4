const hints: Readonly<Record<string, string>> = {
  'is:': 'named, unnamed, empty, clean …',
  'name:': 'as in shop*',
  'id:': 'an ID',
  'owner:': 'me, or a name',
  'actor:': 'the ID of an Actor',
  'run:': 'the ID of a run',
  'access:': 'who may see it',
  'items:': 'as in >1000 or 10..20',
  'clean:': 'clean items, as in <5',
  'created:': 'as in 2026-01 or <7d',
  'modified:': 'as in today or <30d',
  'accessed:': 'as in >1y',
};

/** What a key wants, in a few words; `undefined` for what is whole. */
export function suggestionHint(insert: string): string | undefined {
  return hints[insert.replace(/^-/, '')];
}
