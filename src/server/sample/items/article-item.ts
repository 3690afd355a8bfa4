import { prose } from './prose.ts';
import type { ItemMaker } from './sample-item.ts';

/** Long text: a page or several in one field. */
export const articleItem: ItemMaker = ({ random, index, createdAtMs }) => {
  const text = prose(random, random.int(6, 40));
  return {
    url: `https://news.example/${new Date(createdAtMs).getUTCFullYear()}/${index + 1}`,
    headline: prose(random, 1).replace(/\.$/, ''),
    author: random.pick(['J. Horák', 'M. Okafor', 'L. Brandt', null]),
    publishedAt: new Date(createdAtMs - random.int(0, 20 * 86_400_000)).toISOString(),
    text,
    wordCount: text.split(/\s+/).length,
  };
};
