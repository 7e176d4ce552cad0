import { normaliseOpenAlex } from '../../src/ingest/openalex/normalise.js';

const reject = (text: string | Buffer) => normaliseOpenAlex({ text });

describe('a line that is no record says why', () => {
  test.each([
    ['{"id": "W1", ', /^not JSON: /],
    ['not json', /^not JSON: /],
    ['5', 'must be an object, found 5'],
    ['[]', 'must be an object, found an array'],
    ['null', 'must be an object, found null'],
    ['{}', 'id must be text, found none'],
    ['{"id": null}', 'id must be text, found null'],
    ['{"id": 5}', 'id must be text, found 5'],
    ['{"id": {"a": 1}}', 'id must be text, found an object'],
    ['{"id": ""}', 'id is not one that OpenAlex gives: ""'],
    ['{"id": "https://example.org/W1"}', 'id is not one that OpenAlex gives: "https://example.org/W1"'],
    ['{"id": "https://openalex.org/S5"}', 'S5 is a source, which is not a kind this server reads'],
    ['{"id": "P5"}', 'P5 is a publisher, which is not a kind this server reads'],
    ['{"id": "F5"}', 'F5 is a funder, which is not a kind this server reads'],
    ['{"id": "C5"}', 'C5 is a concept, which is not a kind this server reads'],
    ['{"id": "demo:x"}', 'nothing in demo:x tells what kind of record it is'],
  ])('%s', (text, reason) =>
    expect(reject(text)).toEqual({
      kind: null,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    }),
  );

  test('bytes that are no UTF-8', () =>
    expect(reject(Buffer.from([0x7b, 0x22, 0xc3, 0x28]))).toEqual({ kind: null, reason: 'not valid UTF-8' }));

  test("OpenAlex's placeholder for no author", () =>
    expect(reject('{"id": "A9999999999"}')).toEqual({
      kind: 'researcher',
      reason: 'A9999999999 stands for no author',
    }));

  test('the kind is told from what it holds where the id is of no use', () =>
    expect(reject('{"id": 5, "authorships": []}')).toEqual({ kind: 'work', reason: 'id must be text, found 5' }));
});

describe('a field of a wrong type rejects its record and is named', () => {
  test.each<[object, string]>([
    [{ publication_year: 8.5 }, 'publication_year must be a whole number from 1 to 9999, found 8.5'],
    [{ publication_year: '2020' }, 'publication_year must be a whole number from 1 to 9999, found "2020"'],
    [{ publication_year: 20_201 }, 'publication_year must be a whole number from 1 to 9999, found 20201'],
    [{ title: 5 }, 'title must be text, found 5'],
    [{ title: 'T', display_name: ['T'] }, 'display_name must be text, found an array'],
    [{ cited_by_count: -1 }, 'cited_by_count must be a whole number from 0 to 2147483647, found -1'],
    [{ is_retracted: 'no' }, 'is_retracted must be true or false, found "no"'],
    [{ authorships: {} }, 'authorships must be an array, found an object'],
    [{ authorships: [5] }, 'authorships[] must be an object, found 5'],
    [{ authorships: [{ author: { id: 5 } }] }, 'authorships[].author.id must be text, found 5'],
    [{ authorships: [{ author: [] }] }, 'authorships[].author must be an object, found an array'],
    [
      { authorships: [{ institutions: [{ id: {} }] }] },
      'authorships[].institutions[].id must be text, found an object',
    ],
    [{ referenced_works: [5] }, 'referenced_works[] must be text, found 5'],
    [{ topics: [{ id: 'T1', score: '1' }] }, 'topics[].score must be a number, found "1"'],
    [{ abstract_inverted_index: [] }, 'abstract_inverted_index must be an object or text, found an array'],
    [{ abstract_inverted_index: { a: 1 } }, 'abstract_inverted_index[] must be an array, found 1'],
    [{ abstract_inverted_index: { a: [-1] } }, 'abstract_inverted_index[][] must be a position from 0, found -1'],
    [{ primary_location: 'x' }, 'primary_location must be an object, found "x"'],
    [{ doi: 5 }, 'doi must be text, found 5'],
  ])('%j', (fields, reason) =>
    expect(reject(JSON.stringify({ id: 'W1', ...fields }))).toEqual({ kind: 'work', reason }),
  );

  test('of other kinds too', () => {
    expect(reject('{"id": "A1", "affiliations": [{"years": ["2020"]}]}')).toMatchObject({ kind: 'researcher' });
    expect(reject('{"id": "I1", "country_code": 5}')).toMatchObject({ kind: 'institution' });
    expect(reject('{"id": "T1", "description": {}}')).toMatchObject({ kind: 'topic' });
  });

  test('an empty value rejects nothing', () => {
    const fields = ['title', 'publication_year', 'authorships', 'topics', 'referenced_works', 'doi', 'is_retracted'];
    const text = JSON.stringify({ id: 'W1', ...Object.fromEntries(fields.map((field) => [field, null])) });
    expect(reject(text)).toMatchObject({ kind: 'work', id: 'W1' });
    expect(reject('{"id": "W1", "authorships": [null], "topics": [null]}')).toMatchObject({ id: 'W1' });
  });
});
