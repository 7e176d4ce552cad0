import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { WorkRecord } from '../work/work.type.js';
import { type Citation, toCitation } from './citation.js';
import { latexSource } from './latex-source.js';
import { printedNames, splitName } from './names.js';
import type { WorksFormat } from './works-file.js';

interface Entry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Where BibTeX has a better word: CSL's `article` is a preprint, and a chapter has a title of its own. */
const ownTypes: ReadonlyMap<string, string> = new Map([
  ['article', 'misc'],
  ['chapter', 'incollection'],
]);

/** The field that holds where a work of each type appeared. */
const sourceFields: ReadonlyMap<string, string> = new Map([
  ['article', 'journal'],
  ['inproceedings', 'booktitle'],
  ['incollection', 'booktitle'],
  ['book', 'publisher'],
  ['phdthesis', 'school'],
  ['techreport', 'institution'],
]);

/** Names as printed, in braces where BibTeX would take them apart wrongly. */
function author(printed: string): string {
  const name = splitName(printed);
  if ('literal' in name || /^(?:and|others)$/i.test(printed)) return `{${latexSource(printed)}}`;
  if (name.suffix === undefined) return latexSource(printed);
  return [name.family, name.suffix, name.given ?? ''].map(latexSource).join(', ');
}

/** An address or a DOI, which BibTeX takes as it is, but for braces. */
const verbatim = (text: string): string => text.replace(/[{}\\\s]/gu, encodeURIComponent);

/** citation-js chooses by the facts; its escaping would take formulas apart and drop letters beyond its tables. */
function toEntry(work: WorkRecord, citation: Citation, key: string): string {
  const [entry] = plugins.output.format('bibtex', [citation], { format: 'object' }) as Entry[];
  const type = ownTypes.get(citation.type) ?? entry?.type ?? 'misc';
  const { year, doi, url } = entry?.properties ?? {};
  const fields: Readonly<Record<string, string | null | undefined>> = {
    author: printedNames(work.byline).map(author).join(' and '),
    // Twice in braces, since styles change the case of titles, and of formulas in them.
    title: `{${latexSource(work.title)}}`,
    [sourceFields.get(type) ?? 'howpublished']: work.source && latexSource(work.source),
    year,
    doi: doi && verbatim(doi),
    url: url && verbatim(url),
    eprint: work.arxivId && verbatim(work.arxivId),
    archiveprefix: work.arxivId && 'arXiv',
    note: citation.note,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** BibTeX entries in UTF-8, with a key for each that is its own. */
export const bibtex: WorksFormat = {
  contentType: 'application/x-bibtex; charset=utf-8',
  create() {
    const taken = new Set<string>();
    const free = (key: string): string => {
      let own = key;
      for (let at = 2; taken.has(own); at++) own = `${key}_${at}`;
      taken.add(own);
      return own;
    };
    return {
      start: '',
      write: (works) =>
        works
          .map((work) => {
            const citation = toCitation(work);
            return `${toEntry(work, citation, free(citation['citation-key']))}\n`;
          })
          .join(''),
      end: '',
    };
  },
};
