import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { readConfig } from '../config.js';
import { importEnvironment } from '../import-environment.js';
import { runImport } from '../ingest/import.js';
import { importProgress } from './import-progress.js';
import { summaryText } from './import-summary.js';
import { progressDisplay } from './progress.js';

interface CommandOptions {
  readonly format: 'openalex' | 'auto';
  readonly mode: 'auto' | 'bulk' | 'online';
  readonly dryRun?: boolean;
  readonly rejects: string;
  readonly json?: boolean;
  readonly csv?: string;
}

/** `research-graph import`: files into the configured graph. */
export function importCommand(): Command {
  return new Command('import')
    .description('import OpenAlex works, authors, institutions and topics')
    .argument('<path...>', 'files, or folders as in an OpenAlex snapshot; gzip or not, JSON Lines or saved API answers')
    .addOption(new Option('--format <format>', 'what the files hold').choices(['openalex', 'auto']).default('auto'))
    .addOption(
      new Option('--mode <mode>', 'bulk replaces an empty embedded database, online writes into the live graph')
        .choices(['auto', 'bulk', 'online'])
        .default('auto'),
    )
    .option('--dry-run', 'read and count, write nothing but the rejects file')
    .option('--rejects <file>', 'where lines that are no records go, with the reason', 'import.rejects.jsonl')
    .option('--json', 'print the summary as JSON')
    .option('--csv <folder>', 'leave the CSV and the neo4j-admin command of a bulk import in this folder')
    .action((paths: string[], options: CommandOptions) => runCommand(paths, options));
}

async function runCommand(paths: string[], options: CommandOptions): Promise<void> {
  const progress = importProgress();
  const stages = progressDisplay();
  const environment = importEnvironment(readConfig(), (stage) => {
    progress.end();
    stages.show(stage);
  });
  try {
    const result = await runImport(
      {
        paths,
        source: 'openalex',
        mode: options.mode,
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
