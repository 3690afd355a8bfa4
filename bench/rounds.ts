/**
 * Measures every case once a round, so that what disturbs the machine for a while disturbs all cases alike. Every other round
 * goes backwards, so that none always follows the same one. Returns the results of each case, in the order of the rounds.
 */
export async function measureInRounds<Case, Result>(
  cases: readonly Case[],
  options: { readonly rounds: number; readonly measure: (one: Case) => Promise<Result> },
): Promise<Map<Case, Result[]>> {
  const { rounds, measure } = options;
  const results = new Map<Case, Result[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? cases : [...cases].reverse();
    for (const one of order) results.get(one)?.push(await measure(one));
  }
  return results;
}
