import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { syntheticGraph } from './synthetic.mjs';

const FIRST_NEWCOMER = 4_000_000_000;
const openalex = (id) => `https://openalex.org/${id}`;

/** A made-up work as OpenAlex would state it. */
function stated(graph, work, number) {
  const institution = (id) => {
    const { name, country, type } = graph.institution(Number(id.slice(1)) - 1_000);
    return { id: openalex(id), display_name: name, country_code: country, type };
  };
  const topic = ({ id, score }) => {
    const { name, subfield, field, domain } = graph.topic(Number(id.slice(1)) - 10_000);
    const levels = Object.entries({ subfield, field, domain }).map(([level, value]) => [
      level,
      { display_name: value },
    ]);
    return { id: openalex(id), display_name: name, score, ...Object.fromEntries(levels) };
  };
  return {
    id: openalex(`W${FIRST_NEWCOMER + number}`),
    title: work.title,
    type: work.type,
    publication_year: 2026,
    cited_by_count: 0,
    updated_date: '2026-02-01',
    primary_location: { source: { display_name: work.source } },
    authorships: work.authorships.map(({ researcherId, name, corresponding, institutionIds }) => ({
      author: { id: openalex(researcherId), display_name: name },
      raw_author_name: name,
      is_corresponding: corresponding,
      institutions: institutionIds.map(institution),
    })),
    topics: work.topics.map(topic),
    referenced_works: work.references.map(openalex),
  };
}

/**
 * Writes a compressed file of new works, in OpenAlex's shape, by people of the made-up graph with so many works, about its
 * topics, citing its works. Files of different `part` hold different works.
 */
export async function writeNewcomers(file, { works, count, part }) {
  const graph = syntheticGraph(works, 1_000 + part);
  const lines = function* () {
    for (let at = 0; at < count; at++) yield `${JSON.stringify(stated(graph, graph.work(at), part * count + at))}\n`;
  };
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file));
}
