import { useFormerIds } from '../support/former-ids.js';
import { former, researcher, work } from '../support/records.js';

const by = (...ids: string[]) => ids.map((researcherId) => ({ researcherId }));

describe('works of which a source says that they are one', () => {
  const graph = useFormerIds();

  it('are the one that is kept, with its own authors and references, cited by all who cited either', async () => {
    await graph().load([
      work({ id: 'W1', title: 'Kept', authors: by('A1'), references: ['W2', 'W5'] }),
      work({ id: 'W2', authors: by('A2'), references: ['W6'], topics: [{ id: 'T1', score: 1 }] }),
      work({ id: 'W3', references: ['W2'] }),
      work({ id: 'W4', references: ['W2', 'W5', 'W1'] }),
      ...[work({ id: 'W5' }), work({ id: 'W6' })],
    ]);
    expect(await graph().changesOf([former('W2', 'W1')])).toEqual({
      MERGED: ['W2'],
      UPDATED: ['A2', 'T1', 'W1', 'W3', 'W4', 'W6'],
    });
    expect(await graph().pairs('CITES')).toEqual(['W1 W5', 'W3 W1', 'W4 W1', 'W4 W5']);
    expect(await graph().node('W1')).toMatchObject({ title: 'Kept', references: ['W5'] });
    expect(await graph().node('W4')).toMatchObject({ references: ['W1', 'W5'] });
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1']);
    expect(await graph().resolve('W2')).toEqual([['MERGED', 'W1']]);
    expect(await graph().nodeOf('W2')).toBe('W1');
  });

  it('go on under the id that is to be kept where nothing has it yet: those who named that one cite it', async () => {
    await graph().load([
      work({ id: 'W1', title: 'Moves', year: 2001, authors: by('A1', 'A2'), references: ['W4', 'W7'] }),
      work({ id: 'W2', references: ['W1', 'W7'] }),
      work({ id: 'W3', references: ['W7'] }),
      work({ id: 'W4' }),
    ]);
    expect(await graph().changesOf([former('W1', 'W7')])).toEqual({
      ...{ MERGED: ['W1'], CREATED: ['W7'], UPDATED: ['A1', 'A2', 'W2', 'W3', 'W4'] },
    });
    expect(await graph().pairs('CITES')).toEqual(['W2 W7', 'W3 W7', 'W7 W4']);
    expect(await graph().node('W7')).toMatchObject({ title: 'Moves', references: ['W4'], authorCount: 2 });
    expect(await graph().node('W2')).toMatchObject({ references: ['W7'] });
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W7', 'A2 W7']);
    await graph().load([work({ id: 'W7', title: 'Come', authors: by('A3'), sourceUpdatedAt: '2020-01-01' })]);
    expect(await graph().node('W7')).toMatchObject({ title: 'Come' });
    expect(await graph().pairs('AUTHORED')).toEqual(['A3 W7']);
  });

  it('of which only the one that is kept is there: who named the other cites it, and its id leads there', async () => {
    await graph().load([
      work({ id: 'W1' }),
      work({ id: 'W2', references: ['W9', 'W8'] }),
      work({ id: 'W3', references: ['W9', 'W1'] }),
    ]);
    expect(await graph().changesOf([former('W9', 'W1')])).toEqual({ UPDATED: ['W1', 'W2', 'W3'] });
    expect(await graph().pairs('CITES')).toEqual(['W2 W1', 'W3 W1']);
    expect(await graph().node('W2')).toMatchObject({ references: ['W1', 'W8'] });
    expect(await graph().node('W3')).toMatchObject({ references: ['W1'] });
    expect(await graph().resolve('W9')).toEqual([['MERGED', 'W1']]);
  });

  it('that are deleted leave a note; who cited them still names them', async () => {
    await graph().load([
      work({ id: 'W1', authors: by('A1'), references: ['W3'] }),
      work({ id: 'W2', references: ['W1'] }),
      work({ id: 'W3' }),
    ]);
    expect(await graph().changesOf([former('W1', null)])).toEqual({ DELETED: ['W1'], UPDATED: ['A1', 'W2', 'W3'] });
    expect(await graph().pairs('CITES')).toEqual([]);
    expect(await graph().node('W2')).toMatchObject({ references: ['W1'] });
    expect(await graph().resolve('W1')).toEqual([['DELETED']]);
  });
});

describe('what became of many ids', () => {
  const graph = useFormerIds();

  it('of which none is in the graph, nor what stands for them, is not kept', async () => {
    await graph().load([work({ id: 'W1' })]);
    const version = await graph().version();
    await graph().load([former('W8', 'W9'), former('A8', 'A9'), former('I8', null)]);
    expect(await graph().version()).toBe(version);
    expect(await graph().resolve('W8', 'A8', 'I8')).toEqual([['UNKNOWN'], ['UNKNOWN'], ['UNKNOWN']]);
  });

  it.each([[1], [500]])('leads over all steps to the last, in chunks of %i', async (chunkSize) => {
    await graph().load([work({ id: 'W1', authors: by('A1', 'A2', 'A3') })]);
    // The newest first, as files are read.
    await graph().load([former('A2', 'A3'), former('A1', 'A2'), former('A0', 'A1')], { chunkSize });
    expect(await graph().pairs('AUTHORED')).toEqual(['A3 W1']);
    expect(await graph().resolve('A0', 'A1', 'A2')).toEqual([
      ['MERGED', 'A3'],
      ['MERGED', 'A3'],
      ['MERGED', 'A3'],
    ]);
    const version = await graph().version();
    await graph().load([former('A2', 'A3'), former('A1', 'A2'), former('A0', 'A1')], { chunkSize });
    expect(await graph().version()).toBe(version);
  });

  it('that lead into a circle changes nothing', async () => {
    await graph().load([work({ id: 'W1', authors: by('A1', 'A2', 'A3') })]);
    await graph().load([former('A1', 'A2'), former('A2', 'A1')]);
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1', 'A2 W1', 'A3 W1']);
    await graph().load([former('A1', 'A2')]);
    const version = await graph().version();
    await graph().load([former('A2', 'A1')]);
    expect(await graph().version()).toBe(version);
    expect(await graph().pairs('AUTHORED')).toEqual(['A2 W1', 'A3 W1']);
  });

  it('that lead to one that is deleted: all of them are', async () => {
    await graph().load([work({ id: 'W1', authors: by('A1', 'A2', 'A3') })]);
    await graph().load([former('A2', null)]);
    await graph().load([former('A1', 'A2')]);
    expect(await graph().pairs('AUTHORED')).toEqual(['A3 W1']);
    expect(await graph().resolve('A1', 'A2')).toEqual([['DELETED'], ['DELETED']]);
  });

  it('of which two are to be one that is not there yet: both are', async () => {
    await graph().load([work({ id: 'W1', authors: by('A1', 'A2') }), work({ id: 'W2', references: ['W1'] })]);
    await graph().load([former('A1', 'A9'), former('A2', 'A9'), former('W1', 'W9'), former('W2', 'W9')]);
    expect(await graph().pairs('AUTHORED')).toEqual(['A9 W9']);
    expect(await graph().pairs('CITES')).toEqual([]);
  });
});

describe('records that name former ids', () => {
  const graph = useFormerIds();
  const moves = [former('A1', 'A2'), former('I1', 'I2'), former('T1', 'T2'), former('W1', 'W2')];
  const at = (institutionId: string) => ({ institutionId, fromYear: 2001, toYear: null, current: true });
  const records = [
    work({ id: 'W1', authors: by('A1') }),
    work({ id: 'W2', authors: by('A2'), sourceUpdatedAt: '2024-01-01' }),
    work({
      ...{ id: 'W3', references: ['W1', 'W2'], sourceUpdatedAt: '2024-02-01', called: { A1: 'Zoe', I1: 'There' } },
      authors: [
        { researcherId: 'A1', institutionIds: ['I1'] },
        { researcherId: 'A2', institutionIds: ['I2'] },
      ],
      topics: [
        { id: 'T1', score: 0.75 },
        { id: 'T2', score: 0.5 },
      ],
    }),
    researcher({ id: 'A3', affiliations: [at('I1')] }),
  ];

  it('read as naming the ids of today', async () => {
    const first = [
      work({ id: 'W2', authors: [{ researcherId: 'A2', institutionIds: ['I2'] }], topics: [{ id: 'T2', score: 1 }] }),
    ];
    await graph().load([...first, ...moves]);
    await graph().load(records);
    expect(await graph().pairs('AUTHORED')).toEqual(['A2 W2', 'A2 W3']);
    expect(await graph().pairs('CITES')).toEqual(['W3 W2']);
    expect(await graph().pairs('AFFILIATED')).toEqual(['A2 I2', 'A3 I2']);
    expect((await graph().edges('ABOUT')).find(({ from }) => from === 'W3')).toMatchObject({ to: 'T2', score: 0.75 });
    expect(await graph().node('A2')).toMatchObject({ name: 'Zoe', worksCount: 2 });
    for (const id of ['A1', 'I1', 'T1', 'W1']) expect(await graph().node(id)).toBeUndefined();
  });

  it('give the same graph read before, after and again, in any chunks; reading all again changes nothing', async () => {
    const graphs: unknown[] = [];
    for (const chunkSize of [1, 3, 500]) {
      await graph().query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n');
      await graph().load([...records, ...moves], { chunkSize });
      const version = await graph().version();
      await graph().load([...moves, ...records, ...moves], { chunkSize });
      expect(await graph().version()).toBe(version);
      graphs.push(await graph().contents());
    }
    await graph().query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n');
    await graph().load([...moves, ...records, ...moves], { chunkSize: 1 });
    graphs.push(await graph().contents());
    for (const one of graphs) expect(one).toEqual(graphs[0]);
    expect(await graph().node('A2')).toMatchObject({ name: 'Zoe' });
  });
});
