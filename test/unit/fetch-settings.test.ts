import { fetchSummary } from '../../src/cli/fetch-summary.js';
import { readConfig } from '../../src/config.js';
import { emptyTally } from '../../src/ingest/fetch/download.js';
import { shownUrl } from '../../src/ingest/fetch/polite-client.js';

test('fetch asks the public services unless the environment names others', () => {
  expect(readConfig({}).services).toEqual({
    openAlex: 'https://api.openalex.org',
    openAlexKey: undefined,
    orcid: 'https://pub.orcid.org/v3.0',
    arxiv: 'https://export.arxiv.org/api',
  });
  const services = {
    OPENALEX_API: 'http://127.0.0.1:1/x//',
    OPENALEX_API_KEY: 'k',
    ARXIV_API: 'https://mirror.example',
  };
  expect(readConfig(services).services).toMatchObject({
    openAlex: 'http://127.0.0.1:1/x',
    openAlexKey: 'k',
    arxiv: 'https://mirror.example',
  });
  for (const wrong of ['', 'api.openalex.org', 'ftp://x', 'https://', 'https://x/?q=1', 'https://x/#a', 'https://a b'])
    expect(() => readConfig({ OPENALEX_API: wrong })).toThrow('OPENALEX_API: must be an http:// or https:// address');
});

test('the import command can be pasted into a shell, whatever the folder is called', () => {
  const commandFor = (folder: string) =>
    fetchSummary([], { ...emptyTally(), fetched: 1, records: 1 }, folder).split('\n')[1];
  expect(commandFor('/data/openalex/A1')).toBe('To import them: npx research-graph import /data/openalex/A1');
  expect(commandFor("/my data/it's")).toBe("To import them: npx research-graph import '/my data/it'\\''s'");
});

test('messages show an address without key and mail address', () => {
  const url = new URL('https://api.example/works?cursor=*&mailto=a%40b&api_key=secret');
  expect(shownUrl(url)).toBe('https://api.example/works?cursor=*');
});

test('lists that came short are told, ten of them by name', () => {
  const short = Array.from({ length: 12 }, (_, place) => `List ${place}`);
  const lines = fetchSummary([], { ...emptyTally(), fetched: 1, short }, '/x').split('\n');
  expect(lines.slice(0, 11)).toEqual([...short.slice(0, 10), '… and 2 more such lists.']);
});
