import type { Work, WorkRecord } from '../work/work.type.js';
import type { WorksFormat } from './works-file.js';

/** The scalar fields of a work, as GraphQL names them. */
const toFields = (work: WorkRecord): Work => ({
  id: work.id,
  updatedAt: work.updatedAt,
  title: work.title,
  titleText: work.titleText,
  type: work.type,
  year: work.year,
  date: work.date,
  source: work.source,
  doi: work.doi,
  arxivId: work.arxivId,
  openAccessUrl: work.openAccessUrl,
  abstract: work.abstract,
  abstractText: work.abstractText,
  citationCount: work.citationCount,
  retracted: work.retracted,
  byline: work.byline,
});

/** A JSON array, one work a line. */
export const worksJson: WorksFormat = {
  contentType: 'application/json; charset=utf-8',
  create() {
    let separator = '\n';
    return {
      start: '[',
      write(works) {
        return works
          .map((work) => {
            const line = `${separator}${JSON.stringify(toFields(work))}`;
            separator = ',\n';
            return line;
          })
          .join('');
      },
      end: '\n]\n',
    };
  },
};
