// How well works of namesakes are told apart: npm run build && node bench/identity.mjs names.jsonl
// The file: AMiner's ambiguous names, a work a line with name, id, title, year, venue, authors, organization and the
// true person as `label`. All works of a name are taken as one record. Writes bench/IDENTITY.md.

import { basename } from 'node:path';
import { backgroundOf } from '../dist/identity/background.js';
import { identityOf, MOST_WORKS } from '../dist/identity/identity.js';
import { MIXED_ABOVE } from '../dist/identity/weights.js';
import { foldedWords } from '../dist/ingest/sort-key.js';
import { part, readNames, sizes } from './identity-data.mjs';
import { average, compare } from './identity-measures.mjs';
import { machine, median, writePart } from './report.mjs';

const path = process.argv[2];
if (!path) throw new Error('Say which file of names to read: node bench/identity.mjs names.jsonl');
const LEAST_WORKS = 10;
const ROUNDS = 7;
const names = readNames(path);
const background = backgroundOf(names.flatMap(({ works }) => works));

/** A group for each work, in the order of the record. */
function grouped({ works }, findings) {
  const groupOf = new Map(findings.groups.flatMap(({ workIds }, group) => workIds.map((id) => [id, group])));
  return works.map(({ id }) => groupOf.get(id));
}

function bySharedCoauthor({ works }) {
  const group = works.map((_, index) => index);
  const first = new Map();
  works.forEach(({ coauthors }, index) => {
    for (const name of coauthors.map((each) => foldedWords(each.name))) {
      const [from, to] = [group[index], group[first.get(name) ?? index]];
      first.set(name, index);
      if (from !== to)
        group.forEach((each, at) => {
          if (each === from) group[at] = to;
        });
    }
  });
  return group;
}

const ways = {
  'all one person': ({ works }) => works.map(() => 0),
  'joined by a shared coauthor alone': bySharedCoauthor,
  'identity, from the record alone': (record) => grouped(record, identityOf(record.works)),
  'identity, with the background': (record) => grouped(record, identityOf(record.works, { background })),
};
const quality = Object.entries(ways).map(([way, group]) => {
  const figures = average(names.map((record) => compare(record.labels, group(record))));
  return `| ${way} | ${Object.values(figures)
    .map((figure) => figure.toFixed(3))
    .join(' | ')} |`;
});

const single = names.flatMap((record) =>
  sizes(record)
    .filter(([, count]) => count >= LEAST_WORKS)
    .map(([person]) => part(record, (label) => label === person)),
);
const mixed = names.filter((record) => sizes(record).length > 1);
const two = names.flatMap((record) => {
  const large = sizes(record).filter(([, count]) => count >= LEAST_WORKS);
  return large.slice(1).map(([person]) => part(record, (label) => label === person || label === large[0][0]));
});

function verdicts(records, options) {
  const found = records.map(({ works }) => identityOf(works, options).consistent);
  const share = (verdict) => found.filter((each) => each === verdict).length / found.length;
  return [false, null, true].map((verdict) => `${(100 * share(verdict)).toFixed(1)} %`).join(' | ');
}

const calls = Object.entries({
  [`one person, ${LEAST_WORKS} works or more`]: single,
  'all works of a name of several people': mixed,
  [`two people with ${LEAST_WORKS} works or more each`]: two,
}).flatMap(([kind, records]) => [
  `| ${kind} | ${records.length} | no | ${verdicts(records, {})} |`,
  `| | | yes | ${verdicts(records, { background })} |`,
]);

const everything = names.flatMap(({ works }) => works).slice(0, MOST_WORKS);
const crowd = everything.map((work) => ({ ...work, printedName: names[0].name }));
const largest = [...names].sort((one, other) => other.works.length - one.works.length)[0];
const times = [crowd, largest.works].map((works) => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    identityOf(works, { background });
    return { taken: performance.now() - started, busy: process.cpuUsage(before).user / 1_000 };
  });
  const taken = rounds.map((round) => round.taken);
  const figures = [Math.min(...taken), median(taken), taken[0], median(rounds.map(({ busy }) => busy))];
  const { groups } = identityOf(works, { background });
  return `| ${works.length.toLocaleString('en')} | ${groups.length} | ${figures.map((figure) => figure.toFixed(0)).join(' | ')} |`;
});

writePart(
  new URL('IDENTITY.md', import.meta.url).pathname,
  'identity',
  [
    `${basename(path)}: ${names.length} names, ${names.reduce((sum, { works }) => sum + works.length, 0).toLocaleString('en')} works; ${machine()}.`,
    'The background is the whole file: how common words, venues and organisations are.',
    '',
    'Every name counts the same; precision, recall and F1 over pairs of works, then B-cubed.',
    '',
    '| way | pairs P | R | F1 | B-cubed P | R | F1 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...quality,
    '',
    `Called mixed: some group with a confidence over ${MIXED_ABOVE}.`,
    '',
    '| records | how many | background | called mixed | too little to tell | consistent |',
    '| --- | --- | --- | --- | --- | --- |',
    ...calls,
    '',
    `Time in this process, ${ROUNDS} rounds: all works of many names as one record, then the largest name. Processor time`,
    'counts all threads of the process, and says more where the machine is busy with others.',
    '',
    '| works | groups found | least, ms | median, ms | the first, cold | processor, median |',
    '| --- | --- | --- | --- | --- | --- |',
    ...times,
  ],
  '# Telling namesakes apart',
);
