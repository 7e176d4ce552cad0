import { loadStatements } from '../../src/core/queries.js';
import { projectPath } from '../../src/project.js';
import { article } from '../support/articles.js';
import { stepsOf } from '../support/explain.js';
import { useImportedGraph } from '../support/imports.js';
import { work } from '../support/records.js';

describe('in a graph that is small yet, and whose plans are kept as it grows', () => {
  const graph = useImportedGraph();
  const texts = loadStatements(projectPath('cypher'));

  test.each([
    ['ingest.articles-of-works', { rows: [{ id: 'W1', arxivId: '2001.00001', doi: '10.1000/one' }] }],
    ['ingest.author-candidates', { names: ['ada lovelace'], wanted: {}, most: 500, maxAuthors: 100 }],
    ['ingest.citing-works', { ids: ['W1'] }],
  ])('%s seeks what it is asked for, and reads no range of an index', async (file, params) => {
    await graph().load([article({ id: '2001.00001', by: ['Ada Lovelace'], doi: '10.1000/one' })], { source: 'arxiv' });
    await graph().load([work({ id: 'W2', references: ['W1'] })], { source: 'openalex' });
    await graph().query('CALL db.prepareForReplanning(30)');
    const operators = (await stepsOf(texts.get(file) ?? '', params)).map(({ operator }) => operator);
    expect(operators).toContainEqual(expect.stringMatching(/^Node(Unique)?IndexSeek@/));
    expect(operators).not.toContainEqual(expect.stringMatching(/Scan|Range/));
  });
});
