import { type Command, InvalidArgumentError, Option } from 'commander';
import { orcidKey } from '../core/identifiers.js';
import { fetchOpenAlex, type OpenAlexRequest, type OpenAlexResult } from '../ingest/fetch/openalex.js';
import type { Politeness } from '../ingest/fetch/polite-client.js';
import { nodeKey } from '../ingest/openalex/ids.js';
import { type CommonOptions, runFetch, sourceCommand } from './fetch-run.js';

interface Options extends CommonOptions {
  readonly author: string;
  readonly depth: '0' | '1';
  readonly maxAuthors: number;
}

const DEFAULT_COAUTHORS = 100;
const number = (value: number): string => value.toLocaleString('en');

function authorKey(text: string): string {
  const key = orcidKey(text) ?? nodeKey(text.trim(), 'researcher');
  if (key === null || !/^[A\d]/.test(key))
    throw new InvalidArgumentError('It must be an OpenAlex author such as A5023888391, or an ORCID iD.');
  return key;
}

function authorLimit(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be from 1 to 99999.');
  return Number(text);
}

/** `research-graph fetch openalex`. */
export const fetchOpenAlexCommand = (politeness: Partial<Politeness>): Command =>
  sourceCommand('openalex')
    .description("an author and all the author's works")
    .requiredOption('--author <id>', 'OpenAlex key or ORCID iD', authorKey)
    .addOption(new Option('--depth <n>', '1 takes the coauthors and their works too').choices(['0', '1']).default('0'))
    .option('--max-authors <n>', 'how many coauthors at most, closest first', authorLimit, DEFAULT_COAUTHORS)
    .action((options: Options) => {
      const { author, maxAuthors, mailto } = options;
      const request: OpenAlexRequest = { author, maxAuthors, depth: options.depth === '1' ? 1 : 0 };
      return runFetch({
        place: ['openalex', author],
        options,
        politeness,
        work: async (download, { openAlex: address, openAlexKey: key }) =>
          sentences(request, await fetchOpenAlex(download, { address, key, mailto }, request)),
      });
    });

function sentences(request: OpenAlexRequest, result: OpenAlexResult): string[] {
  const told: string[] = [];
  if (request.author.startsWith('A') && result.author !== request.author)
    told.push(`OpenAlex has merged ${request.author} into ${result.author}.`);
  if (request.depth === 1 && result.taken < result.coauthors)
    told.push(
      `Of ${number(result.coauthors)} coauthors the ${number(result.taken)} closest were taken; --max-authors takes more.`,
    );
  if (result.gone.length > 0) told.push(`OpenAlex no longer has the coauthors ${result.gone.join(', ')}.`);
  return told;
}
