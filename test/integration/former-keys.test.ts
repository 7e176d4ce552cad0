import { useFormerIds } from '../support/former-ids.js';
import { person } from '../support/persons.js';
import { former, institution, researcher } from '../support/records.js';

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
