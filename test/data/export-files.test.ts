import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import { parse as parseCsv } from 'csv-parse/sync';
import { worksFormats } from '../../src/export/formats.js';
import type { WorkRecord } from '../../src/work/work.type.js';
import { openAlexRecords } from '../support/record-files.js';

const folder = join(__dirname, '../../../shared/data/openalex');
const MOST = 12_000;
const PAGE = 200;

async function* realWorks(): AsyncGenerator<WorkRecord> {
  let left = MOST;
  for await (const record of openAlexRecords([folder], () => {})) {
    if (record.kind !== 'work') continue;
    if (left-- === 0) return;
    const { titleText, byline, unknown, institutionIds, ...rest } = record;
    yield {
      ...rest,
      __typename: 'Work',
      sources: 'openalex',
      updatedAt: '2025-01-01T00:00:00.000Z',
      titleText: titleText ?? record.title,
      byline: [...byline],
      unknown: [...unknown],
      institutionIds: [...institutionIds],
      ...{ authorsCount: byline.length, referencesCount: 0, citedByCount: 0 },
    };
  }
}

async function* pages(): AsyncGenerator<WorkRecord[]> {
  let page: WorkRecord[] = [];
  for await (const work of realWorks())
    if (page.push(work) === PAGE) {
      yield page;
      page = [];
    }
  if (page.length > 0) yield page;
}

const written = (format: string, works: readonly WorkRecord[]): string => {
  const writer = worksFormats.get(format)?.create();
  return `${writer?.start}${writer?.write(works)}${writer?.end}`;
};

const without = existsSync(folder) ? '' : ' (skipped: the files are not there)';

(without === '' ? test : test.skip)(
  `every real work is found again in BibTeX, RIS and CSV, with all of its names${without}`,
  async () => {
    let works = 0;
    for await (const page of pages()) {
      works += page.length;
      const bib = written('bib', page);
      const { entries, errors } = new BibLatexParser(bib, { processUnexpected: true, processUnknown: true }).parse();
      expect(errors).toEqual([]);
      for (const [at, { fields }] of Object.values(entries).entries()) {
        const { byline = [] } = page[at] ?? {};
        const read = (fields.author ?? []) as readonly unknown[];
        expect([byline, read.length]).toEqual([byline, byline.filter((name) => name.trim() !== '').length]);
      }
      expect(new Cite(bib).data).toHaveLength(page.length);
      expect(new Cite(written('ris', page)).data).toHaveLength(page.length);
      expect((parseCsv(written('csv', page), { columns: true }) as { id: string }[]).map(({ id }) => id)).toEqual(
        page.map(({ id }) => id),
      );
    }
    expect(works).toBeGreaterThan(5_000);
  },
  600_000,
);
