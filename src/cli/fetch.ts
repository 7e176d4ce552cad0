import { Command } from 'commander';
import type { Politeness } from '../ingest/fetch/polite-client.js';
import { fetchArxivCommand } from './fetch-arxiv.js';
import { fetchOpenAlexCommand } from './fetch-openalex.js';
import { fetchOrcidCommand } from './fetch-orcid.js';

/** `research-graph fetch`: from public services into files that `import` reads. */
export function fetchCommand(politeness: Partial<Politeness> = {}): Command {
  const fetch = new Command('fetch').description('download from public services into files that import reads');
  for (const source of [fetchOpenAlexCommand, fetchOrcidCommand, fetchArxivCommand])
    fetch.addCommand(source(politeness));
  return fetch;
}
