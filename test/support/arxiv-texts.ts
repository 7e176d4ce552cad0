const day = 'Mon, 2 Apr 2007 19:18:42 GMT';

/** A line of arXiv's metadata snapshot. */
export const snapshotLine = (id: string, fields: object = {}): string =>
  JSON.stringify({
    ...{ id, title: `Article ${id}`, abstract: 'An abstract.', categories: 'math.CO', authors: 'Ada Lovelace' },
    ...{ authors_parsed: [['Lovelace', 'Ada', '']], versions: [{ version: 'v1', created: day }] },
    ...fields,
  });

/** An Atom feed of arXiv's API. */
export const atomFeed = (...ids: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${ids.map((id) => `<entry><id>http://arxiv.org/abs/${id}</id><title>T</title><author><name>Ada Lovelace</name></author></entry>`).join('\n')}
</feed>`;

/** An answer of OAI-PMH in the format `arXiv`. */
export const oaiAnswer = (...ids: readonly string[]): string =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${ids
    .map(
      (id) =>
        `<record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2020-01-01</datestamp></header>
<metadata><arXiv><id>${id}</id><created>2007-04-02</created><title>T</title></arXiv></metadata></record>`,
    )
    .join('')}</ListRecords></OAI-PMH>`;
