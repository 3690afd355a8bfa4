import { prose } from './prose.ts';
import type { ItemMaker } from './sample-item.ts';

/** As crawlers store it: hidden fields (keys beginning with `#`) beside the data, and nothing else where a page failed. */
export const crawledItem: ItemMaker = ({ random, index, createdAtMs }) => {
  const url = `https://docs.example/page-${index + 1}`;
  const failed = random.chance(0.15);
  const debug = {
    requestId: random.base62(15),
    url,
    method: 'GET',
    retryCount: failed ? 3 : random.int(0, 1),
    statusCode: failed ? random.pick([403, 404, 500, null]) : 200,
    loadedAt: new Date(createdAtMs + index * 350).toISOString(),
  };
  if (failed) return { '#error': true, '#debug': debug };
  return {
    url,
    title: prose(random, 1),
    markdown: `# ${prose(random, 1)}\n\n${prose(random, random.int(2, 6))}`,
    '#error': false,
    '#debug': debug,
  };
};
