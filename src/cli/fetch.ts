import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.js';
import { orcidKey } from '../core/identifiers.js';
import type { Download } from '../ingest/fetch/download.js';
import { DownloadFolder } from '../ingest/fetch/download-folder.js';
import { fetchOpenAlex, type OpenAlexRequest } from '../ingest/fetch/openalex.js';
import { PoliteClient, type Politeness, usualPoliteness } from '../ingest/fetch/polite-client.js';
import { nodeKey } from '../ingest/openalex/ids.js';
import { fetchSummary, openAlexSentences } from './fetch-summary.js';
import { progressDisplay } from './progress.js';

interface CommonOptions {
  readonly out?: string;
  readonly mailto?: string;
}

const DEFAULT_COAUTHORS = 100;

function authorKey(text: string): string {
  const key = orcidKey(text) ?? nodeKey(text.trim(), 'researcher');
  if (key === null || !/^[A\d]/.test(key))
    throw new InvalidArgumentError('It must be an OpenAlex author such as A5023888391, or an ORCID iD.');
  return key;
}

function mailAddress(text: string): string {
  if (!/^[^\s@()<>]+@[^\s@()<>]+$/.test(text)) throw new InvalidArgumentError('It must be a mail address.');
  return text;
}

function authorLimit(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be from 1 to 99999.');
  return Number(text);
}

/** `research-graph fetch`: from public services into files that `import` reads. */
export function fetchCommand(politeness: Politeness = usualPoliteness): Command {
  const fetch = new Command('fetch').description('download from public services into files that import reads');
  fetch.addCommand(openAlexCommand(politeness));
  return fetch;
}

const sourceCommand = (name: string): Command =>
  new Command(name)
    .option('--out <folder>', 'where to; below RESEARCH_GRAPH_HOME/downloads by default')
    .option('--mailto <address>', 'your mail address, which the service may write to', mailAddress);

const openAlexCommand = (politeness: Politeness): Command =>
  sourceCommand('openalex')
    .description("an author and all the author's works")
    .requiredOption('--author <id>', 'OpenAlex key or ORCID iD', authorKey)
    .addOption(new Option('--depth <n>', '1 takes the coauthors and their works too').choices(['0', '1']).default('0'))
    .option('--max-authors <n>', 'how many coauthors at most, closest first', authorLimit, DEFAULT_COAUTHORS)
    .action(async (options: CommonOptions & { author: string; depth: '0' | '1'; maxAuthors: number }) => {
      const { services } = readConfig();
      const { author, maxAuthors, mailto } = options;
      const request: OpenAlexRequest = { author, maxAuthors, depth: options.depth === '1' ? 1 : 0 };
      const api = { address: services.openAlex, key: services.openAlexKey, mailto };
      await run(['openalex', author], options, politeness, async (download) =>
        openAlexSentences(request, await fetchOpenAlex(download, api, request)),
      );
    });

/** Downloads into the folder that is asked for, and says what came of it. */
async function run(
  place: readonly string[],
  { out, mailto }: CommonOptions,
  politeness: Politeness,
  work: (download: Download) => Promise<readonly string[]>,
): Promise<void> {
  const folder = new DownloadFolder(out === undefined ? join(readConfig().home, 'downloads', ...place) : resolve(out));
  const progress = progressDisplay();
  const client = new PoliteClient({
    politeness,
    mailto,
    advice: `What came whole is kept in ${folder.path}: the same command goes on from there.`,
    onRetry: (text) => progress.show({ text }),
  });
  const tally = { fetched: 0, present: 0, records: 0 };
  try {
    const sentences = await folder.alone(() => work({ client, folder, tally, onProgress: progress.show }));
    progress.end();
    process.stdout.write(fetchSummary(sentences, tally, folder.path));
  } finally {
    progress.end();
  }
}
