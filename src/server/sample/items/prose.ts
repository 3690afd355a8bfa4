import type { Random } from '../random.ts';

const sentences = [
  'The station opened in the spring, a year later than the city had promised.',
  'Prices went up by a tenth, and hardly anybody noticed.',
  'What the report leaves out is the cost of keeping the old system alive.',
  'Nobody on the committee had read the second volume.',
  'It rained for most of the week; the market stayed open all the same.',
  'The new timetable has four trains an hour, and six on Fridays.',
  'She had found the letters in a box that was meant for the bin.',
  'According to the ministry, the figures will be corrected in the autumn.',
  'The battery lasts for two days, which is more than the last one did.',
  'A table of all results stands at the end of the document.',
  'The harbour was rebuilt twice before the railway came.',
  'Readers wrote in from as far away as Osaka and Recife.',
] as const;

/** A text of so many sentences, a paragraph after every fifth. */
export function prose(random: Random, count: number): string {
  const drawn = Array.from({ length: count }, () => random.pick(sentences));
  return drawn.map((sentence, index) => (index === 0 ? '' : index % 5 === 0 ? '\n\n' : ' ') + sentence).join('');
}
