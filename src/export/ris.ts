import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { WorkRecord } from '../work/work.type.js';
import { toCitation } from './citation.js';
import { printedNames, splitName } from './names.js';
import type { WorksFormat } from './works-file.js';

type Tags = Readonly<Record<string, string | readonly string[]>>;

/** The order of tags that readers expect; the others follow. */
const ORDER = ['AU', 'TI', 'T2', 'JO', 'PY', 'DA', 'DO', 'UR'];

/** A value on its own line, without what separates a tag from its value. */
const oneLine = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** citation-js chooses the tags; its lines it would break within, and its ids cut short. */
function toRis(work: WorkRecord): string {
  const item = {
    ...toCitation(work),
    title: work.title,
    author: printedNames(work.byline).map(splitName),
    ...(work.source !== null && { 'container-title': work.source }),
  };
  const [chosen = {}] = plugins.output.format('ris', [item], { format: 'object' }) as Tags[];
  const { TY = 'GEN', T2, ...rest } = chosen;
  const tags: Tags = {
    ...rest,
    ...(T2 && { T2 }),
    ...(T2 && TY === 'JOUR' && { JO: T2 }),
    ...(work.doi !== null && { DO: work.doi }),
    ID: work.id,
  };
  const names = [...ORDER, ...Object.keys(tags).filter((name) => !ORDER.includes(name))];
  const lines = names.flatMap((name) => [tags[name] ?? []].flat().map((value) => `${name}  - ${oneLine(value)}`));
  return [`TY  - ${TY}`, ...lines, 'ER  - ', ''].join('\r\n');
}

/** RIS records, titles with their LaTeX. */
export const ris: WorksFormat = {
  contentType: 'application/x-research-info-systems; charset=utf-8',
  create: () => ({ start: '', write: (works) => works.map((work) => `${toRis(work)}\r\n`).join(''), end: '' }),
};
