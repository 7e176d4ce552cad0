import { parseIdentifier } from '../../src/graph/identifiers.js';

const meaning = (text: string) => parseIdentifier(text).map(({ by, value, type }) => `${type}.${by}=${value}`);

describe('an identifier is understood however it is written', () => {
  test.each([
    ['A5023888391', 'RESEARCHER.id=A5023888391'],
    ['w2741809807', 'WORK.id=W2741809807'],
    ['https://openalex.org/T10320', 'TOPIC.id=T10320'],
    ['https://openalex.org/institutions/I63966007', 'INSTITUTION.id=I63966007'],
    ['https://api.openalex.org/works/W1', 'WORK.id=W1'],
    ['  A1 ', 'RESEARCHER.id=A1'],
    ['0000-0002-1825-009x', 'RESEARCHER.orcid=0000-0002-1825-009X'],
    ['https://orcid.org/0000-0002-1825-0097', 'RESEARCHER.orcid=0000-0002-1825-0097'],
    ['10.7717/PeerJ.4375', 'WORK.doi=10.7717/peerj.4375'],
    ['https://doi.org/10.7717/peerj.4375', 'WORK.doi=10.7717/peerj.4375'],
    ['doi:10.7717/peerj.4375', 'WORK.doi=10.7717/peerj.4375'],
    ['1905.11881v3', 'WORK.arxivId=1905.11881'],
    ['https://arxiv.org/pdf/1905.11881v3.pdf', 'WORK.arxivId=1905.11881'],
    ['hep-th/0408048', 'WORK.arxivId=hep-th/0408048'],
    ['https://ror.org/042nb2s44', 'INSTITUTION.ror=042nb2s44'],
    ['042nb2s44', 'INSTITUTION.ror=042nb2s44'],
    ['demo:jingzhao-zhang', 'null.id=demo:jingzhao-zhang'],
    ['Demo:Jingzhao-Zhang', 'null.id=demo:jingzhao-zhang'],
    ['rg:01j8zq4v9e', 'RESEARCHER.id=rg:01J8ZQ4V9E'],
    ['orcid:0000-0002-1825-0097', 'RESEARCHER.id=orcid:0000-0002-1825-0097'],
    ['openalex.org/A1/', 'RESEARCHER.id=A1'],
    ['orcid.org/0000-0002-1825-0097', 'RESEARCHER.orcid=0000-0002-1825-0097'],
    ['math.GT/0309136', 'WORK.arxivId=math/0309136'],
    ['https://arxiv.org/abs/math.GT/0309136', 'WORK.arxivId=math/0309136'],
    ['oai:arXiv.org:1905.11881', 'WORK.arxivId=1905.11881'],
    ['10.1234.56/abc', 'WORK.doi=10.1234.56/abc'],
    ['arxiv:1905.11881:2', 'RESEARCHER.id=arxiv:1905.11881:2'],
    ['arxiv:math.CO', 'TOPIC.id=arxiv:math.CO'],
    ['arxiv:hep-ex', 'TOPIC.id=arxiv:hep-ex'],
    ['ror:042nb2s44', 'INSTITUTION.id=ror:042nb2s44'],
  ])('%s', (text, expected) => expect(meaning(text)[0]).toBe(expected));

  test('a DOI with its prefix is a DOI first, then the key of a work that is known by it alone', () => {
    expect(meaning('doi:10.7717/PeerJ.4375')).toEqual([
      'WORK.doi=10.7717/peerj.4375',
      'WORK.id=doi:10.7717/peerj.4375',
    ]);
  });

  test('an arXiv id with its prefix is a node id first, then the identifier', () => {
    expect(meaning('arxiv:1905.11881')).toEqual(['WORK.id=arxiv:1905.11881', 'WORK.arxivId=1905.11881']);
  });

  test('a DOI that arXiv gave finds the work by its arXiv id too', () => {
    expect(meaning('https://doi.org/10.48550/arXiv.1905.11881')).toEqual([
      'WORK.doi=10.48550/arxiv.1905.11881',
      'WORK.arxivId=1905.11881',
    ]);
  });

  test('an author known from one paper alone is never that paper', () => {
    expect(meaning('arxiv:1905.11881:2')).toEqual(['RESEARCHER.id=arxiv:1905.11881:2']);
    expect(meaning('arXiv:math.GT/0309136:12')).toEqual(['RESEARCHER.id=arxiv:math/0309136:12']);
  });

  test('the address of a DOI is read as a browser writes it, then as it is', () => {
    expect(meaning('https://doi.org/10.1002/%28SICI%291097-4571')).toEqual([
      'WORK.doi=10.1002/(sici)1097-4571',
      'WORK.doi=10.1002/%28sici%291097-4571',
    ]);
    expect(meaning('doi.org/10.1002%2Fabc')).toEqual(['WORK.doi=10.1002/abc']);
    expect(meaning('https://doi.org/10.48550%2FarXiv.1905.11881')[1]).toBe('WORK.arxivId=1905.11881');
    // Elsewhere a percent sign is part of the DOI.
    expect(meaning('10.1002/a%28b')).toEqual(['WORK.doi=10.1002/a%28b']);
  });

  test.each(['https://doi.org/10.1002/a%', 'https://doi.org/10.1002/%zz', 'https://doi.org/10.1002/%E0%A4%A'])(
    'a percent sign that means nothing stays: %p',
    (text) => expect(meaning(text)).toEqual([`WORK.doi=${text.slice('https://doi.org/'.length).toLowerCase()}`]),
  );

  test.each(['https://doi.org/10.1002/a%00b', 'https://doi.org/10.1002/a%20b'])(
    'what no DOI can hold is none, however it is written: %p',
    (text) => expect(meaning(text)).toEqual([`WORK.doi=${text.slice('https://doi.org/'.length)}`]),
  );

  test.each(['', ' ', 'Jingzhao Zhang', 'X123', '12345', 'http://example.org/A1', '10.1', "'; DROP"])(
    '%p is none',
    (text) => expect(meaning(text)).toEqual([]),
  );
});

test('every spelling of an identifier finds what the import stored of it', () => {
  const spellings = {
    doi: ['10.1234.56/ABC', 'https://doi.org/10.1234.56/abc', 'doi:10.1234.56/abc', 'dx.doi.org/10.1234.56/abc'],
    arxivId: [
      'math.GT/0309136v2',
      'arXiv:math.GT/0309136',
      'https://arxiv.org/format/math/0309136',
      'oai:arXiv.org:math/0309136',
    ],
    ror: ['https://ror.org/042nb2s44', 'ror.org/042NB2S44/', 'ror:042nb2s44', '042nb2s44'],
    orcid: ['https://orcid.org/0000-0002-1825-009x', '0000-0002-1825-009X', 'www.orcid.org/0000-0002-1825-009X/'],
  };
  for (const [property, texts] of Object.entries(spellings)) {
    const values = texts.map((text) => parseIdentifier(text).find(({ by }) => by === property)?.value);
    expect([property, [...new Set(values)]]).toEqual([property, [values[0]]]);
    expect(values[0]).toBeDefined();
  }
});
