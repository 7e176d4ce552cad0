import { article } from '../support/articles.js';
import { useFormerIds } from '../support/former-ids.js';
import { person } from '../support/persons.js';
import { former, institution, researcher, work } from '../support/records.js';

const ADA = '0000-0002-1825-0097';
const [CERN, MIT] = ['01ggx4157', '042nb2s44'];

describe('institutions that OpenAlex merges', () => {
  const graph = useFormerIds();
  const openAlex = (...records: Parameters<ReturnType<typeof graph>['load']>[0][number][]) =>
    graph().load(records, { source: 'openalex' });
  const orcid = (changed: number, from = 2001) =>
    graph().load([person({ orcid: ADA, name: 'Ada Lovelace', employments: [[CERN, from, null]], changed })], {
      source: 'orcid',
    });
  const places = async () =>
    (await graph().edges('AFFILIATED')).map(({ from, to, fromYear }) => [from, to, fromYear]).sort();
  const known = () =>
    openAlex(institution({ id: 'I1', ror: CERN, name: 'CERN' }), institution({ id: 'I2', ror: MIT, name: 'MIT' }));

  it('keep those whom ORCID states under the ROR key of the one that went', async () => {
    await known();
    await orcid(1);
    await openAlex(former('I1', 'I3'));
    expect(await places()).toEqual([[`orcid:${ADA}`, 'I3', 2001]]);
    await openAlex(former('I3', 'I2'));
    expect(await places()).toEqual([[`orcid:${ADA}`, 'I2', 2001]]);
    expect(await graph().resolve(`ror:${CERN}`)).toEqual([['MERGED', 'I2']]);
  });

  it('have those, too, of whom ORCID is read later, and nothing is made of the key anew', async () => {
    await known();
    await openAlex(former('I1', 'I3'));
    await openAlex(former('I3', 'I2'));
    await orcid(1);
    await orcid(2, 2003);
    expect(await places()).toEqual([[`orcid:${ADA}`, 'I2', 2003]]);
    expect(await graph().node(`ror:${CERN}`)).toBeUndefined();
  });

  it('have those again when another institution has the key', async () => {
    await known();
    await orcid(1);
    await openAlex(former('I1', 'I2'));
    await openAlex(institution({ id: 'I4', ror: CERN, name: 'CERN' }));
    await orcid(2);
    expect(await places()).toEqual([[`orcid:${ADA}`, 'I4', 2001]]);
  });

  it('keep what a record states of those of whom ORCID tells another place', async () => {
    const at = (institutionId: string, fromYear: number) => ({ institutionId, fromYear, toYear: null, current: true });
    await known();
    await openAlex(researcher({ id: 'A1', name: 'Ada', orcid: ADA, affiliations: [at('I5', 1999)] }));
    await orcid(1);
    await openAlex(former('I5', 'I2'));
    expect(await places()).toEqual([
      ['A1', 'I1', 2001],
      ['A1', 'I2', 1999],
    ]);
  });
});

describe('a work that OpenAlex merges into another', () => {
  const graph = useFormerIds();
  const openAlex = (...records: Parameters<ReturnType<typeof graph>['load']>[0][number][]) =>
    graph().load(records, { source: 'openalex' });
  const preprint = work({ id: 'W1', arxivId: '2001.00001', authors: [{ researcherId: 'A1' }], called: { A1: 'Ada' } });
  const printed = work({ id: 'W2', doi: '10.1000/two', authors: [{ researcherId: 'A1' }], called: { A1: 'Ada' } });
  const arxiv = (title = 'An article') =>
    graph().load(
      [
        article({
          id: '2001.00001',
          by: ['Ada'],
          abstract: 'We show it.',
          categories: 'cs.LG',
          title,
          updated: title.length > 10 ? '2021-02-01' : '2020-02-01',
        }),
      ],
      { source: 'arxiv' },
    );
  const steps = {
    arxiv: () => arxiv('Early'),
    preprint: () => openAlex(preprint),
    printed: () => openAlex(printed),
    merge: () => openAlex(former('W1', 'W2')),
  };

  test.each([
    ['preprint', 'arxiv', 'printed', 'merge'],
    ['preprint', 'arxiv', 'merge', 'printed'],
    ['preprint', 'printed', 'merge', 'arxiv'],
    ['preprint', 'merge', 'printed', 'arxiv'],
    ['preprint', 'merge', 'arxiv', 'printed'],
    ['arxiv', 'preprint', 'printed', 'merge'],
  ] as const)('hands over what arXiv says of it, in whatever order they are read: %s, %s, %s, %s', async (...order) => {
    for (const step of order) await steps[step]();
    expect(await graph().node('W2')).toMatchObject({
      ...{ doi: '10.1000/two', arxivId: '2001.00001', abstract: 'We show it.', sources: 'arxiv openalex' },
    });
    expect(await graph().pairs('ABOUT')).toEqual(['W2 arxiv:cs.LG']);
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W2']);
    expect(await graph().resolve('W1', 'arxiv:2001.00001')).toEqual(Array(2).fill(['MERGED', 'W2']));

    expect((await arxiv('A later version')).kinds.work).toMatchObject({ created: 0, updated: 1 });
    expect(await graph().node('arxiv:2001.00001')).toBeUndefined();
  });

  it('leaves another article to arXiv', async () => {
    await openAlex(preprint, work({ id: 'W3', arxivId: '2001.00003', authors: [{ researcherId: 'A1' }] }));
    await arxiv();
    await openAlex(former('W1', 'W3'));
    expect(await graph().node('W3')).toMatchObject({ arxivId: '2001.00003' });
    expect(await graph().node('W3')).not.toHaveProperty('abstract');
  });

  it('takes the article with it where it is deleted, which says so until arXiv is read again', async () => {
    await openAlex(preprint);
    await arxiv();
    await openAlex(former('W1', null));
    expect(await graph().resolve('W1', 'arxiv:2001.00001')).toEqual([['DELETED'], ['DELETED']]);
    await arxiv();
    expect(await graph().node('arxiv:2001.00001')).toMatchObject({ abstract: 'We show it.' });
    expect(await graph().nodeOf('arxiv:2001.00001')).toBe('arxiv:2001.00001');
  });
});
