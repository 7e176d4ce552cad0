import { readOrcid } from '../fixtures/orcid-record.js';

describe('names', () => {
  const other = (content: string, visibility = 'public') => ({ content, visibility });

  test('the name under which the person publishes comes before given and family name, which are kept', () =>
    expect(
      readOrcid({
        name: { 'credit-name': { value: ' A. B.\n Bee ' } },
        otherNames: [other('Bee, Ada'), other('Ada Bee'), other('A. B. Bee'), other('Bee, Ada')],
      }),
    ).toMatchObject({ name: 'A. B. Bee', otherNames: ['Ada Bee', 'Bee, Ada'] }));

  test('a person may have a single name', () =>
    expect(readOrcid({ name: { 'family-name': null } })).toMatchObject({ name: 'Ada', otherNames: [] }));

  test('what is not public is not read', () =>
    expect(
      readOrcid({
        name: { visibility: 'private' },
        otherNames: [other('Ada B.'), other('Secret', 'limited'), other('Secret too', 'private')],
      }),
    ).toMatchObject({ name: null, otherNames: ['Ada B.'] }));
});
