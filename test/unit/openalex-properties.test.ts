import fc from 'fast-check';
import { isRejected, normaliseOpenAlex } from '../../src/ingest/openalex/normalise.js';
import { type GraphRecord, STATED_SEPARATOR } from '../../src/ingest/records.js';

const keys = (
  'id title display_name type publication_year publication_date doi ids primary_location best_oa_location locations ' +
  'host_venue open_access abstract_inverted_index cited_by_count is_retracted authorships topics primary_topic ' +
  'referenced_works updated_date orcid affiliations last_known_institutions last_known_institution country_code ror ' +
  'display_name_alternatives homepage_url geo description subfield field domain author institutions institution years ' +
  'raw_author_name is_corresponding score source raw_source_name oa_url pdf_url landing_page_url arxiv __proto__'
).split(' ');
const ids = fc.constantFrom(
  ...'W1 W2 A1 A2 A9999999999 I1 I2 T1 S1 demo:x arxiv:2301.00001 https://openalex.org/A3'.split(' '),
);
const leaf = fc.oneof(
  ids,
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 3 })), tie('tree'), { maxKeys: 8 }),
}));

/** Objects whose fields have mostly the right types, so that many come out as records. */
const institution = fc.record(
  { id: ids, display_name: fc.string({ unit: 'binary' }), ror: leaf },
  { requiredKeys: [] },
);
const authorship = fc.record(
  {
    author: fc.record({ id: ids, display_name: fc.option(fc.string({ unit: 'binary' })) }, { requiredKeys: [] }),
    raw_author_name: fc.option(fc.string({ unit: 'binary' })),
    institutions: fc.array(institution, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const work = fc.record(
  {
    id: ids,
    title: fc.string({ unit: 'binary' }),
    publication_year: fc.integer({ min: -5, max: 3000 }),
    authorships: fc.array(authorship, { maxLength: 6 }),
    referenced_works: fc.array(ids),
    topics: fc.array(fc.record({ id: ids, score: fc.double({ min: 0, max: 1, noNaN: true }) })),
    abstract_inverted_index: fc.dictionary(fc.string({ unit: 'binary' }), fc.array(fc.nat(), { maxLength: 3 })),
    updated_date: fc.string({ unit: 'binary' }),
  },
  { requiredKeys: ['id'] },
);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function hasPromisedShape(record: GraphRecord): boolean {
  const texts = textsOf(record).map((text) => text.replaceAll(STATED_SEPARATOR, ''));
  const clean = texts.every((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
  if (record.kind !== 'work') return clean;
  const { authorships, byline, namesWithoutId, references, topics, institutionIds, id, statements } = record;
  const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
  return (
    clean &&
    unique(authorships.map(({ researcherId }) => researcherId)) &&
    unique(topics.map((topic) => topic.id)) &&
    unique(references) &&
    unique(institutionIds) &&
    !references.includes(id) &&
    byline.every((name) => name !== '') &&
    namesWithoutId + authorships.length <= byline.length &&
    authorships.every(({ position, name, institutionIds: own }) => byline[position - 1] === name && unique(own)) &&
    statements.researchers.every(({ stated }) => stated.split(STATED_SEPARATOR).length === 3) &&
    statements.institutions.every(({ stated }) => stated.split(STATED_SEPARATOR).length === 5) &&
    statements.topics.every(({ stated }) => stated.split(STATED_SEPARATOR).length === 5)
  );
}

describe('whatever a line holds', () => {
  const isAnswered = (text: string | Buffer): boolean => {
    const result = normaliseOpenAlex({ text });
    return isRejected(result) ? result.reason !== '' && !/\p{Cc}/u.test(result.reason) : hasPromisedShape(result);
  };

  test('any JSON value gives a record of the promised shape or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(tree, fc.json()), (value) => isAnswered(JSON.stringify(value) ?? 'null')),
      { numRuns: 1_000 },
    );
  });

  test('an object that is nearly a record does too', () => {
    fc.assert(
      fc.property(work, (value) => isAnswered(JSON.stringify(value))),
      { numRuns: 1_000 },
    );
  });

  test('any bytes do too', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => isAnswered(Buffer.from(bytes))),
      { numRuns: 1_000 },
    );
  });
});

test('nearly right objects do come out as records', () => {
  const results = fc.sample(work, 500).map((value) => normaliseOpenAlex({ text: JSON.stringify(value) }));
  expect(results.filter((result) => !isRejected(result)).length).toBeGreaterThan(50);
});
