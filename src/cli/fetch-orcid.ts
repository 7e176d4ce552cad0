import { type Command, InvalidArgumentError } from 'commander';
import { orcidKey } from '../core/identifiers.js';
import { fetchOrcid } from '../ingest/fetch/orcid.js';
import type { Politeness } from '../ingest/fetch/polite-client.js';
import { type CommonOptions, runFetch, sourceCommand } from './fetch-run.js';

function addIds(text: string, before: readonly string[] = []): readonly string[] {
  const id = orcidKey(text);
  if (id === null) throw new InvalidArgumentError('It must be an ORCID iD such as 0000-0002-1825-0097.');
  return [...before, id];
}

/** `research-graph fetch orcid`. */
export const fetchOrcidCommand = (politeness: Partial<Politeness>): Command =>
  sourceCommand('orcid')
    .description('public ORCID records')
    .argument('<id...>', 'ORCID iDs', addIds)
    .action((ids: readonly string[], options: CommonOptions) =>
      runFetch({
        place: ['orcid'],
        options,
        politeness,
        work: async (download, services) => {
          const gone = await fetchOrcid(download, services.orcid, ids);
          return gone.length === 0 ? [] : [`ORCID has no public record of ${gone.join(', ')}.`];
        },
      }),
    );
