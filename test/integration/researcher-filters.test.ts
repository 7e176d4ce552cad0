import { work } from '../fixtures/records.js';
import { useServedGraph } from '../support/served-graph.js';

const served = useServedGraph();
const people = [
  work({ id: 'W1', by: ['A1', 'A2'], at: ['I1'], about: ['T1'] }),
  work({ id: 'W2', by: ['A1', 'A3'], about: ['T1'] }),
  work({ id: 'W3', by: ['A4'] }),
];

async function ask(text: string) {
  const { data, errors } = await served().app.query(text);
  expect(errors).toBeUndefined();
  return data;
}

describe('lists of researchers', () => {
  beforeAll(async () => {
    await served().store(people);
    await served().graph.query(`UNWIND [
        {id: 'A1', claim: 'CLAIMED', consistent: true}, {id: 'A2', claim: 'PENDING', openToCollaborate: false},
        {id: 'A3', consistent: false}] AS row
      MATCH (r:Researcher {id: row.id}) SET r += row`);
  });

  const everywhere = ['', 'topicIds: ["T1"]', 'institutionIds: ["I1"]', 'text: "Author"', 'minWorks: 1'];
  const members: Readonly<Record<string, readonly string[]>> = {
    '': ['A1', 'A2', 'A3', 'A4'],
    'topicIds: ["T1"]': ['A1', 'A2', 'A3'],
    'institutionIds: ["I1"]': ['A1', 'A2'],
    'text: "Author"': ['A1', 'A2', 'A3', 'A4'],
    'minWorks: 1': ['A1', 'A2', 'A3', 'A4'],
  };
  test.each([
    ['claimStatus: UNCLAIMED', ['A3', 'A4']],
    ['claimStatus: PENDING', ['A2']],
    ['claimStatus: CLAIMED', ['A1']],
    ['openToCollaborate: true', ['A1', 'A3', 'A4']],
    ['openToCollaborate: false', ['A2']],
    ['consistent: true', ['A1']],
    ['consistent: false', ['A3']],
    ['claimStatus: CLAIMED, consistent: true', ['A1']],
    ['claimStatus: CLAIMED, openToCollaborate: false', []],
    ['claimStatus: null, openToCollaborate: null, consistent: null', ['A1', 'A2', 'A3', 'A4']],
  ])('hold those with %s, whatever else is asked, in each order, and count them', async (rule, ids) => {
    for (const other of everywhere)
      for (const by of ['WORKS', 'CITATIONS', 'NAME']) {
        const filter = `filter: { ${rule} ${other} }, orderBy: { by: ${by}, direction: ASC }`;
        const { researchers } = await ask(`{ researchers(${filter}) { totalCount nodes { id } } }`);
        const found = researchers.nodes.map(({ id }: { id: string }) => id).sort();
        const expected = ids.filter((id) => members[other]?.includes(id));
        expect({ filter, found, total: researchers.totalCount }).toEqual({
          ...{ filter, found: expected },
          total: expected.length,
        });
      }
  });
});
