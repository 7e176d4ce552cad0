import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig, type Services } from '../config.js';
import { type Download, emptyTally } from '../ingest/fetch/download.js';
import { DownloadFolder } from '../ingest/fetch/download-folder.js';
import { PoliteClient, type Politeness, usualPoliteness } from '../ingest/fetch/polite-client.js';
import { fetchSummary } from './fetch-summary.js';
import { progressDisplay } from './progress.js';

/** What every source is asked with. */
export interface CommonOptions {
  readonly out?: string;
  readonly mailto?: string;
}

/** One run of a source's command. */
export interface Run {
  /** The folder below the downloads, where none is asked for. */
  readonly place: readonly string[];
  readonly options: CommonOptions;
  readonly politeness: Partial<Politeness>;
  /** Downloads, and gives the sentences that are worth knowing beyond the size. */
  readonly work: (download: Download, services: Services) => Promise<readonly string[]>;
}

function mailAddress(text: string): string {
  if (!/^[^\s@()<>]+@[^\s@()<>]+$/.test(text)) throw new InvalidArgumentError('It must be a mail address.');
  return text;
}

/** A command with the options that every source has. */
export const sourceCommand = (name: string): Command =>
  new Command(name)
    .option('--out <folder>', 'where to; below RESEARCH_GRAPH_HOME/downloads by default')
    .option('--mailto <address>', 'your mail address, which the service may write to', mailAddress);

/** Downloads into the folder that is asked for, and says what came of it. */
export async function runFetch({ place, options, politeness, work }: Run): Promise<void> {
  const { home, services } = readConfig();
  const { out, mailto } = options;
  const folder = new DownloadFolder(out === undefined ? join(home, 'downloads', ...place) : resolve(out));
  const progress = progressDisplay();
  const client = new PoliteClient({
    politeness: { ...usualPoliteness, ...politeness },
    mailto,
    advice: `What came whole is kept in ${folder.path}: the same command goes on from there.`,
    onRetry: (text) => progress.show({ text }),
  });
  const tally = emptyTally();
  try {
    const sentences = await folder.alone(() => work({ client, folder, tally, onProgress: progress.show }, services));
    progress.end();
    process.stdout.write(fetchSummary(sentences, tally, folder.path));
  } finally {
    progress.end();
  }
}
