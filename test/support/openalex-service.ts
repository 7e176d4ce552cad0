import { work } from '../fixtures/records.ts';
import type { Answer, Reply } from './replay-server.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A small OpenAlex: authors with their works, paged by cursor as the real one does. */
export interface OpenAlexService {
  readonly authors: Readonly<Record<string, Raw>>;
  /** By author, page by page. */
  readonly works: Readonly<Record<string, readonly (readonly Raw[])[]>>;
}

const json = (value: unknown): Reply => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

/** What that OpenAlex answers; unknown authors are 404 and have no works. */
export const answersOf = ({ authors, works }: OpenAlexService): Answer => {
  return ({ pathname, searchParams }) => {
    if (pathname.startsWith('/authors/')) {
      const author = authors[decodeURIComponent(pathname.slice('/authors/'.length))];
      return author === undefined ? { status: 404, body: '{"error":"Not Found"}' } : json(author);
    }
    const author = /^authorships\.author\.id:(A\d+)$/.exec(searchParams.get('filter') ?? '')?.[1] ?? '';
    const pages = works[author] ?? [];
    const cursor = searchParams.get('cursor') ?? '';
    const place = cursor === '*' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
    const next = place < pages.length ? Buffer.from(String(place + 1)).toString('base64') : null;
    return json({
      meta: { count: pages.flat().length, per_page: 100, next_cursor: next },
      results: pages[place] ?? [],
      group_by: [],
    });
  };
};

const author = (id: string): Raw => ({ id: `https://openalex.org/${id}`, display_name: `Author ${id}` });

/** A1 has three pages of works, with A2 twice, A3 and A4 once, A5 never; A4 is gone. */
export const smallService: OpenAlexService = {
  authors: {
    A1: author('A1'),
    'orcid:0000-0002-1825-0097': author('A1'),
    A2: author('A2'),
    A3: author('A3'),
    A5: author('A5'),
    A9: author('A1'),
  },
  works: {
    A1: [
      [work({ id: 'W1', by: ['A1', 'A2'] }), work({ id: 'W2', by: ['A4', 'A1'] })],
      [work({ id: 'W3', by: ['A1', 'A2', 'A3'] })],
      [work({ id: 'W4', by: ['A1'] })],
    ],
    A2: [[work({ id: 'W1', by: ['A1', 'A2'] }), work({ id: 'W3', by: ['A1', 'A2', 'A3'] })]],
    A3: [[work({ id: 'W3', by: ['A1', 'A2', 'A3'] }), work({ id: 'W5', by: ['A3', 'A5'] })]],
  },
};
