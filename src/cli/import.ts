import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { readConfig } from '../config.js';
import { importEnvironment, type OpenImportEnvironment } from '../import-environment.js';
import { formats } from '../ingest/formats.js';
import { type ImportOptions, runImport } from '../ingest/import.js';
import type { ProgressListener } from '../neo4j/progress.js';
import { importProgress } from './import-progress.js';
import { summaryText } from './import-summary.js';
import { progressDisplay } from './progress.js';

interface CommandOptions {
  readonly format: ImportOptions['format'];
  readonly mode: ImportOptions['mode'];
  readonly again?: boolean;
  readonly dryRun?: boolean;
  readonly rejects: string;
  readonly json?: boolean;
  readonly csv?: string;
}

/** Opens what an import writes into. */
type Opener = (onProgress: ProgressListener) => OpenImportEnvironment;
const configured: Opener = (onProgress) => importEnvironment(readConfig(), onProgress);

/** `research-graph import`: files into the configured graph. */
export function importCommand(open: Opener = configured): Command {
  return new Command('import')
    .description('import files of OpenAlex, arXiv and ORCID')
    .argument(
      '<path...>',
      'files, or folders of them such as an OpenAlex snapshot; gzip or not, JSON Lines, saved API answers or XML',
    )
    .addOption(
      new Option('--format <format>', 'what the files hold; auto looks at each')
        .choices(['auto', ...formats.map(({ source }) => source)])
        .default('auto'),
    )
    .addOption(
      new Option('--mode <mode>', 'bulk replaces an empty embedded database, online writes into the live graph')
        .choices(['auto', 'bulk', 'online'])
        .default('auto'),
    )
    .option('--again', 'read also the files of an OpenAlex snapshot that the graph holds already')
    .option('--dry-run', 'read and count, write nothing but the rejects file')
    .option('--rejects <file>', 'where lines that are no records go, with the reason', 'import.rejects.jsonl')
    .option('--json', 'print the summary as JSON')
    .option('--csv <folder>', 'leave the CSV and the neo4j-admin command of a bulk import in this folder')
    .action((paths: string[], options: CommandOptions) => runCommand(paths, options, open));
}

async function runCommand(paths: string[], options: CommandOptions, open: Opener): Promise<void> {
  const progress = importProgress();
  const stages = progressDisplay();
  const environment = open((stage) => {
    progress.end();
    stages.show(stage);
  });
  try {
    const result = await runImport(
      {
        paths,
        format: options.format,
        mode: options.mode,
        again: options.again ?? false,
        dryRun: options.dryRun ?? false,
        rejects: resolve(options.rejects),
        csv: options.csv,
      },
      environment,
      { onStart: progress.start, onBytes: progress.add },
    );
    progress.end();
    const { summary, rejects } = result;
    process.stdout.write(options.json ? `${JSON.stringify({ ...summary, rejects })}\n` : summaryText(result));
  } finally {
    progress.end();
    stages.end();
    await environment.close();
  }
}
