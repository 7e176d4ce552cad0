import { type Command, InvalidArgumentError, Option } from 'commander';
import { UserFacingError } from '../core/errors.js';
import { arxivIdIn } from '../core/identifiers.js';
import { fetchArxiv } from '../ingest/fetch/arxiv.js';
import type { Politeness } from '../ingest/fetch/polite-client.js';
import { type CommonOptions, runFetch, sourceCommand } from './fetch-run.js';

interface Options extends CommonOptions {
  readonly author?: string;
  readonly ids?: readonly string[];
}

/** As arXiv asks of those who use its API. */
const ARXIV_PAUSE = 3_000;

function arxivIds(text: string): readonly string[] {
  const ids = text.split(',').map((one) => arxivIdIn(one.trim()) ?? arxivIdIn(`arxiv:${one.trim()}`));
  if (ids.includes(null))
    throw new InvalidArgumentError('It must be arXiv ids with commas between, such as 2301.00001,hep-th/0408048.');
  return [...new Set(ids.filter((id) => id !== null))].sort();
}

function authorName(text: string): string {
  const name = text.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > 200) throw new InvalidArgumentError('It must be a name of 1 to 200 characters.');
  return name;
}

/** `research-graph fetch arxiv`. */
export const fetchArxivCommand = (politeness: Partial<Politeness>): Command =>
  sourceCommand('arxiv')
    .description('papers of arXiv by the name of an author, or by id')
    .addOption(new Option('--author <name>', 'a name as on papers').argParser(authorName).conflicts('ids'))
    .addOption(new Option('--ids <list>', 'arXiv ids with commas between').argParser(arxivIds))
    .action((options: Options) => {
      const { author, ids } = options;
      if (author === undefined && ids === undefined) throw new UserFacingError('Give --author or --ids.');
      return runFetch({
        place: ['arxiv'],
        options,
        politeness: { pause: ARXIV_PAUSE, ...politeness },
        work: async (download, services) => {
          if (author !== undefined) await fetchArxiv(download, services.arxiv, { author });
          else if (ids !== undefined) await fetchArxiv(download, services.arxiv, { ids });
          return [];
        },
      });
    });
