import { at, byClient, employment, readOrcid } from '../fixtures/orcid-record.js';

describe('employments', () => {
  const years = (...employments: Record<string, unknown>[]) =>
    readOrcid({ employments: employments.map((one) => [one]) }).employments.map(
      ({ organization, fromYear, toYear, current }) => [organization, fromYear, toYear, current],
    );

  test('have organisation, ROR, country, years, and who asserts them', () =>
    expect(
      readOrcid({
        employments: [
          [employment('', '2010-09', '2014-08-31', at('Here University', 'gb', 'ROR', 'https://ror.org/01BZGDW81'))],
          [employment('', '2015', null, { ...at('There', 'US', 'RINGGOLD', '5468'), source: byClient('There') })],
        ],
      }).employments,
    ).toEqual([
      {
        organization: 'Here University',
        ror: '01bzgdw81',
        country: 'GB',
        fromYear: 2010,
        toYear: 2014,
        current: false,
        asserted: { by: 'OWNER', name: 'Ada Bee' },
      },
      {
        organization: 'There',
        ror: null,
        country: 'US',
        fromYear: 2015,
        toYear: null,
        current: true,
        asserted: { by: 'OTHER', name: 'There' },
      },
    ]));

  test.each(['RINGGOLD', 'GRID', 'FUNDREF', 'LEI'])('an id of %s is never taken for a ROR', (scheme) =>
    expect(
      readOrcid({ employments: [[employment('', null, null, at('There', 'US', scheme, '01bzgdw81'))]] }).employments,
    ).toMatchObject([{ ror: null }]),
  );

  test('last where they have no end and have begun when the record was changed last', () =>
    expect(
      years(
        employment('Without dates', null, null),
        employment('That month', '2024-08', null),
        employment('Next day', '2024-09-01', null),
        employment('Next year', '2025', null),
        employment('Ended', null, '2024'),
      ),
    ).toEqual([
      ['Without dates', null, null, true],
      ['That month', 2024, null, true],
      ['Next day', 2024, null, false],
      ['Next year', 2025, null, false],
      ['Ended', null, 2024, false],
    ]));

  test('of one organisation stand together, the earliest first, each once', () =>
    expect(
      years(
        employment('Here', '2015', null),
        employment('There', '1999', null),
        employment('HERE', null, '2001'),
        employment('Here', '2010-05', '2011'),
        employment('Here', '2010-02', '2010'),
        employment('Here', '2015', null, { 'role-title': 'Dean' }),
      ),
    ).toEqual([
      ['Here', 2010, 2010, false],
      ['Here', 2010, 2011, false],
      ['Here', 2015, null, true],
      ['HERE', null, 2001, false],
      ['There', 1999, null, true],
    ]));

  test('are read from every version of a group, without those that are not public or name no organisation', () =>
    expect(
      readOrcid({
        employments: [
          [
            employment('Here', '2015', null),
            employment('Here', '2015', null, { source: byClient('Here') }),
            employment('Secret', '2015', null, { visibility: 'limited' }),
            employment('', '2015', null),
          ],
        ],
      }).employments.map(({ organization, asserted }) => [organization, asserted.by]),
    ).toEqual([
      ['Here', 'OWNER'],
      ['Here', 'OTHER'],
    ]));

  test.each([
    ['1930-02-29', 1930],
    ['1930-13-01', 1930],
    ['0000', null],
    ['19', null],
  ])('of a date that no calendar has, %s, the part that can be is kept', (text, year) =>
    expect(readOrcid({ employments: [[employment('Here', text, null)]] }).employments).toMatchObject([
      { fromYear: year, current: true },
    ]),
  );

  test('with an end that cannot be read are over', () =>
    expect(years(employment('Here', '2015', 'unknown'))).toEqual([['Here', 2015, null, false]]));
});
