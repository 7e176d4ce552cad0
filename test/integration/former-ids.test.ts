import { useFormerIds } from '../support/former-ids.js';
import { former, institution, researcher, topic, work } from '../support/records.js';

const by = (...ids: string[]) => ids.map((researcherId) => ({ researcherId }));

describe('researchers of whom a source says that they are one', () => {
  const graph = useFormerIds();

  it('are one afterwards, with the works, coauthors and topics of both, and the old id leads to them', async () => {
    await graph().load([
      researcher({ id: 'A1', name: 'Ada' }),
      researcher({ id: 'A2', name: 'A. L.' }),
      work({ id: 'W1', year: 2001, authors: by('A1', 'A3'), topics: [{ id: 'T1', score: 0.5 }], citationCount: 3 }),
      work({ id: 'W2', year: 2005, authors: by('A2', 'A3'), topics: [{ id: 'T1', score: 0.5 }], citationCount: 4 }),
    ]);
    const happened = await graph().changesOf([former('A2', 'A1')]);
    expect(happened).toEqual({ MERGED: ['A2'], UPDATED: ['A1', 'W2'] });
    expect(await graph().node('A1')).toMatchObject({
      ...{ name: 'Ada', worksCount: 2, citationCount: 7, hIndex: 2, firstYear: 2001, lastYear: 2005 },
      ...{ topicsCount: 1, collaboratorsCount: 1, closeCollaboratorsCount: 1 },
    });
    expect(await graph().node('A2')).toBeUndefined();
    expect(await graph().edges('COAUTHOR')).toEqual([expect.objectContaining({ from: 'A1', to: 'A3', works: 2 })]);
    expect(await graph().edges('RESEARCHES')).toEqual(
      expect.arrayContaining([expect.objectContaining({ from: 'A1', to: 'T1', works: 2 })]),
    );
    expect(await graph().resolve('A2', 'https://openalex.org/A2')).toEqual([
      ['MERGED', 'A1'],
      ['MERGED', 'A1'],
    ]);
    expect(await graph().nodeOf('A1')).toBe('A1');
  });

  it('who stand on one byline both have one place there, the first, with the institutions of both', async () => {
    await graph().load([
      work({
        id: 'W1',
        authors: [
          { researcherId: 'A1', institutionIds: ['I1'] },
          { researcherId: 'A3' },
          { researcherId: 'A2', institutionIds: ['I2', 'I1'], corresponding: true },
        ],
      }),
    ]);
    await graph().load([former('A1', 'A2')]);
    expect(await graph().edges('AUTHORED')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          from: 'A2',
          position: 1,
          name: 'A1',
          corresponding: true,
          institutionIds: ['I1', 'I2'],
        }),
        expect.objectContaining({ from: 'A3', position: 2 }),
      ]),
    );
    expect(await graph().pairs('AUTHORED')).toEqual(['A2 W1', 'A3 W1']);
    expect(await graph().pairs('COAUTHOR')).toEqual(['A2 A3']);
    expect(await graph().node('W1')).toMatchObject({ byline: ['A1', 'A3', 'A2'], authorCount: 3 });
  });

  it('hand over where records say that they worked; what is said of the one that is kept stands', async () => {
    const at = (institutionId: string, fromYear: number) => ({ institutionId, fromYear, toYear: null, current: true });
    await graph().load([
      researcher({ id: 'A1', affiliations: [at('I1', 2001)] }),
      researcher({ id: 'A2', affiliations: [at('I1', 2002), at('I2', 2002)] }),
      researcher({ id: 'A3', affiliations: [at('I2', 2003), at('I3', 2003)] }),
      work({ id: 'W1', authors: [{ researcherId: 'A4', institutionIds: ['I9'] }] }),
    ]);
    expect(await graph().changesOf([former('A2', 'A1'), former('A3', 'A1')])).toEqual({
      MERGED: ['A2', 'A3'],
      UPDATED: ['A1', 'I1', 'I2', 'I3'],
    });
    expect((await graph().edges('AFFILIATED')).filter(({ from }) => from === 'A1').sort(byTo)).toEqual([
      expect.objectContaining({ to: 'I1', fromYear: 2001, stated: true, works: 0 }),
      expect.objectContaining({ to: 'I2', fromYear: 2002, stated: true }),
      expect.objectContaining({ to: 'I3', fromYear: 2003, stated: true }),
    ]);
    // What is derived from works gives way to what is stated.
    await graph().load([former('A1', 'A4')]);
    expect(await graph().pairs('AFFILIATED')).toEqual(['A4 I1', 'A4 I2', 'A4 I3']);
  });

  it('go on under the id that is to be kept where nobody has it yet, until its record comes', async () => {
    await graph().load([
      researcher({ id: 'A1', name: 'Ada', orcid: '0000-0002-1825-0097', sourceUpdatedAt: '2024-05-01' }),
      work({ id: 'W1', authors: by('A1', 'A2') }),
    ]);
    expect(await graph().changesOf([former('A1', 'A5'), former('A2', 'A6')])).toEqual({
      ...{ MERGED: ['A1', 'A2'], CREATED: ['A5', 'A6'], UPDATED: ['W1'] },
    });
    expect(await graph().node('A5')).toMatchObject({ name: 'Ada', orcid: '0000-0002-1825-0097', worksCount: 1 });
    expect(await graph().pairs('COAUTHOR')).toEqual(['A5 A6']);
    await graph().load([researcher({ id: 'A5', name: 'Ada Lovelace', sourceUpdatedAt: '2020-01-01' })]);
    expect(await graph().node('A5')).toMatchObject({ name: 'Ada Lovelace', worksCount: 1 });
    expect(await graph().resolve('A1')).toEqual([['MERGED', 'A5']]);
  });

  it('who are deleted leave their names on bylines and nothing else', async () => {
    await graph().load([
      researcher({ id: 'A1', affiliations: [{ institutionId: 'I1', fromYear: null, toYear: null, current: true }] }),
      work({ id: 'W1', authors: by('A1', 'A2'), topics: [{ id: 'T1', score: 1 }] }),
    ]);
    expect(await graph().changesOf([former('A1', null)])).toEqual({ DELETED: ['A1'], UPDATED: ['I1', 'W1'] });
    expect(await graph().pairs('AUTHORED')).toEqual(['A2 W1']);
    expect(await graph().node('W1')).toMatchObject({ byline: ['A1', 'A2'], authorCount: 2 });
    expect(await graph().resolve('A1')).toEqual([['DELETED']]);
    expect(await graph().nodeOf('A1')).toBeNull();
  });
});

const byTo = (one: { to?: unknown }, other: { to?: unknown }): number => String(one.to).localeCompare(String(other.to));

describe('topics and institutions of which a source says that they are one', () => {
  const graph = useFormerIds();

  it('have the works, researchers and partners of both; a work about both has the higher score', async () => {
    const authors = [{ researcherId: 'A1', institutionIds: ['I1', 'I3'] }];
    await graph().load([
      topic({ id: 'T1', name: 'Logic' }),
      institution({ id: 'I1', name: 'Here' }),
      work({
        ...{ id: 'W1', year: 2001, authors },
        topics: [
          { id: 'T1', score: 0.25 },
          { id: 'T2', score: 0.75 },
        ],
      }),
      work({ id: 'W2', year: 2002, authors: [{ researcherId: 'A1', institutionIds: ['I2', 'I1'] }], topics: [] }),
      work({ id: 'W3', authors: [{ researcherId: 'A2', institutionIds: ['I2'] }], topics: [{ id: 'T2', score: 0.5 }] }),
    ]);
    expect(await graph().changesOf([former('T2', 'T1'), former('I2', 'I1')])).toEqual({
      MERGED: ['I2', 'T2'],
      UPDATED: ['A1', 'A2', 'I1', 'T1', 'W1', 'W2', 'W3'],
    });
    expect(await graph().node('T1')).toMatchObject({ name: 'Logic', worksCount: 2 });
    expect(await graph().node('I1')).toMatchObject({ name: 'Here', worksCount: 3 });
    expect((await graph().edges('ABOUT')).map(({ from, to, score }) => [from, to, score]).sort()).toEqual([
      ['W1', 'T1', 0.75],
      ['W3', 'T1', 0.5],
    ]);
    expect(await graph().node('W2')).toMatchObject({ institutionIds: ['I1'] });
    expect(await graph().pairs('PARTNER')).toEqual(['I1 I3']);
    expect(await graph().pairs('ACTIVE_IN')).toEqual(['I1 T1', 'I3 T1']);
    expect((await graph().edges('AFFILIATED')).find(({ from, to }) => from === 'A1' && to === 'I1')).toMatchObject({
      ...{ works: 2, fromYear: 2001, toYear: 2002 },
    });
    expect(await graph().resolve('T2', 'I2')).toEqual([
      ['MERGED', 'T1'],
      ['MERGED', 'I1'],
    ]);
  });

  it('where records say that somebody worked at several of them: there once', async () => {
    const at = (institutionId: string, fromYear: number) => ({ institutionId, fromYear, toYear: null, current: true });
    await graph().load([
      researcher({ id: 'A1', affiliations: [at('I1', 2001), at('I2', 2002), at('I3', 2003)] }),
      researcher({ id: 'A2', affiliations: [at('I1', 2004), at('I2', 2005)] }),
    ]);
    await graph().load([former('I1', 'I3'), former('I2', 'I3')]);
    expect((await graph().edges('AFFILIATED')).map(({ from, to, fromYear }) => [from, to, fromYear]).sort()).toEqual([
      ['A1', 'I3', 2003],
      ['A2', 'I3', 2004],
    ]);
  });

  it('go on under the id that is to be kept where nothing has it yet', async () => {
    await graph().load([
      work({ id: 'W1', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }], topics: [{ id: 'T1', score: 1 }] }),
    ]);
    await graph().load([former('T1', 'T5'), former('I1', 'I5')]);
    expect(await graph().node('T5')).toMatchObject({ name: 'Name of T1', worksCount: 1 });
    expect(await graph().node('I5')).toMatchObject({ name: 'Name of I1', worksCount: 1 });
    expect(await graph().edges('AUTHORED')).toEqual([expect.objectContaining({ institutionIds: ['I5'] })]);
    expect(await graph().node('W1')).toMatchObject({ institutionIds: ['I5'] });
  });

  it('that are deleted are gone from works and researchers', async () => {
    await graph().load([
      researcher({ id: 'A2', affiliations: [{ institutionId: 'I1', fromYear: null, toYear: null, current: true }] }),
      work({
        ...{
          id: 'W1',
          authors: [
            { researcherId: 'A1', institutionIds: ['I1', 'I2'] },
            { researcherId: 'A2', institutionIds: ['I2'] },
          ],
        },
        topics: [{ id: 'T1', score: 1 }],
      }),
      work({ id: 'W2', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }] }),
    ]);
    expect(await graph().changesOf([former('T1', null), former('I1', null)])).toEqual({
      ...{ DELETED: ['I1', 'T1'], UPDATED: ['A1', 'A2', 'W1', 'W2'] },
    });
    expect(await graph().pairs('ABOUT')).toEqual([]);
    expect(await graph().pairs('AFFILIATED')).toEqual(['A1 I2', 'A2 I2']);
    expect(await graph().node('W1')).toMatchObject({ institutionIds: ['I2'] });
    expect(await graph().node('W2')).not.toHaveProperty('institutionIds');
  });
});
