import { isRejected, normaliseOpenAlex } from '../../src/ingest/openalex/normalise.js';
import type { GraphRecord } from '../../src/ingest/records.js';

function read(fields: Record<string, unknown>): GraphRecord {
  const result = normaliseOpenAlex({ text: JSON.stringify(fields) });
  if (isRejected(result)) throw new Error(result.reason);
  return result;
}

describe('an author', () => {
  const at = (id: string) => ({ id: `https://openalex.org/${id}`, display_name: `Name of ${id}` });

  test('becomes a researcher with other names, iD and dated affiliations', () => {
    const affiliations = [
      { institution: at('I1'), years: [2015, 2012, 2013] },
      { institution: at('I1'), years: [2018] },
      { institution: at('I2'), years: [] },
    ];
    expect(
      read({
        id: 'https://openalex.org/A5',
        display_name: 'Ada  Byron',
        display_name_alternatives: ['Ada Byron', 'A. Byron', 'A. Byron', ''],
        orcid: 'https://orcid.org/0000-0002-1825-0097',
        affiliations,
        last_known_institutions: [at('I2'), at('I3')],
        updated_date: '2024-01-02',
      }),
    ).toMatchObject({
      kind: 'researcher',
      id: 'A5',
      name: 'Ada Byron',
      otherNames: ['A. Byron'],
      orcid: '0000-0002-1825-0097',
      sourceUpdatedAt: '2024-01-02',
      affiliations: [
        { institutionId: 'I1', fromYear: 2012, toYear: 2018, current: false },
        { institutionId: 'I2', fromYear: null, toYear: null, current: true },
        { institutionId: 'I3', fromYear: null, toYear: null, current: true },
      ],
      notImported: [],
      unknown: [],
    });
  });

  test('is where it was last where the record does not say where it is', () => {
    const affiliations = [
      { institution: at('I1'), years: [2012] },
      { institution: at('I2'), years: [2020, 2019] },
      { institution: at('I3'), years: [2020] },
    ];
    const current = (fields: object) => {
      const record = read({ id: 'A5', affiliations, ...fields });
      if (record.kind !== 'researcher') throw new Error(record.kind);
      return record.affiliations.filter((affiliation) => affiliation.current).map(({ institutionId }) => institutionId);
    };
    expect(current({})).toEqual(['I2', 'I3']);
    expect(current({ last_known_institutions: null })).toEqual([]);
    expect(current({ last_known_institution: at('I1') })).toEqual(['I1']);
    expect(current({ last_known_institution: null })).toEqual([]);
  });

  test('with a malformed iD has none, and says that it is unknown', () =>
    expect(read({ id: 'A5', orcid: '0000-0002' })).toMatchObject({ orcid: null, unknown: ['orcid'] }));

  test('without a name has none', () =>
    expect(read({ id: 'A5' })).toMatchObject({
      name: null,
      notImported: ['name', 'otherNames', 'orcid', 'affiliations'],
    }));
});

test('an institution has key, country, type and homepage, also where they stand in nested objects', () => {
  const expected = { kind: 'institution', id: 'I7', name: 'Inst', ror: '01bzgdw81', country: 'IN', type: 'facility' };
  const fields = { id: 'https://openalex.org/I7', display_name: 'Inst', type: 'facility' };
  expect(
    read({ ...fields, ror: 'https://ror.org/01bzgdw81', country_code: 'IN', homepage_url: 'https://inst.example' }),
  ).toMatchObject({ ...expected, homepage: 'https://inst.example', notImported: ['otherNames'], unknown: [] });
  expect(
    read({ ...fields, ids: { ror: 'https://ror.org/01bzgdw81' }, geo: { country_code: 'in' }, homepage_url: null }),
  ).toMatchObject({ ...expected, homepage: null, notImported: ['otherNames'], unknown: ['homepage'] });
});

test('a topic has its description and the names of its levels, given as objects or as names', () => {
  const fields = { id: 'https://openalex.org/T10017', display_name: 'Top', description: 'A\nB' };
  const expected = { kind: 'topic', id: 'T10017', description: 'A B', subfield: 'S', field: 'F', domain: 'D' };
  const level = (display_name: string) => ({ id: 1, display_name });
  expect(read({ ...fields, subfield: level('S'), field: level('F'), domain: level('D') })).toMatchObject(expected);
  expect(read({ ...fields, subfield: 'S', field: 'F', domain: 'D' })).toMatchObject(expected);
});

test.each([
  [{ id: 'demo:x', authorships: [] }, 'work'],
  [{ id: 'demo:x', publication_year: 2020 }, 'work'],
  [{ id: 'demo:x', display_name: 'X', subfield: null }, 'topic'],
  [{ id: 'demo:x', display_name: 'X', ror: null }, 'institution'],
  [{ id: 'demo:x', display_name: 'X', orcid: null }, 'researcher'],
])('the kind of %j is told by what it holds: %s', (fields, kind) => expect(read(fields).kind).toBe(kind));
