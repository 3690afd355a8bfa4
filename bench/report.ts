import { aimsTable, sectionText } from './markdown.ts';
import { isMet, type Section } from './section.ts';

/** The report in Markdown: what the numbers depend on, the aims, then every section. */
export function reportText(options: {
  readonly machine: readonly string[];
  readonly sections: readonly Section[];
}): string {
  const { machine, sections } = options;
  const aims = sections.flatMap((section) => section.aims);
  const met = aims.filter(isMet).length;
  return `${[
    '# What was measured',
    'Written by `npm run bench`.',
    machine.map((line) => `- ${line}`).join('\n'),
    '## Aims',
    `${met} of ${aims.length} met. The value is what must not be above "at most": the ratio of figure and floor, or the figure itself where there is no floor.`,
    aimsTable(aims),
    ...sections.map(sectionText),
  ].join('\n\n')}\n`;
}
