import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { person } from '../support/persons.js';
import { batchesFrom, researcher } from '../support/records.js';

describe('who asserted what an ORCID record says', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const orcid = '0000-0002-1825-0097';
    const record = person({
      orcid,
      name: 'Ada Lovelace',
      employments: [['01ggx4157', 2001, null]],
      works: ['10.1000/one'],
    });
    await importOnline(app.graph.database, batchesFrom('orcid', [record]), { maxAuthors: 100 });
    await importOnline(app.graph.database, batchesFrom('openalex', [researcher({ id: 'A1' })]), { maxAuthors: 100 });
  });
  afterAll(() => app.close());

  it('is told of employments and works, as many as are asked for', async () => {
    const ask =
      '{ researcher(id: "0000-0002-1825-0097") { all: assertions { field value assertedBy name } one: assertions(first: 1) { field } provenance { source sourceId } } }';
    const { data } = await app.query(ask);
    expect(data.researcher).toEqual({
      all: [
        { field: 'affiliations', value: 'Institution 01ggx4157', assertedBy: 'OWNER', name: 'The owner' },
        { field: 'works', value: '10.1000/one', assertedBy: 'OWNER', name: 'The owner' },
      ],
      one: [{ field: 'affiliations' }],
      provenance: [{ source: 'orcid', sourceId: '0000-0002-1825-0097' }],
    });
  });

  it('is empty of researchers whom ORCID says nothing of', async () => {
    expect((await app.query('{ researcher(id: "A1") { assertions { field } } }')).data.researcher.assertions).toEqual(
      [],
    );
    const { errors } = await app.query('{ researcher(id: "A1") { assertions(first: 1001) { field } } }');
    expect(errors?.[0]?.message).toBe('first must be from 0 to 1000; got 1001');
  });
});
