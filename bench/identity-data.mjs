import { readFileSync } from 'node:fs';
import { foldedWords } from '../dist/ingest/sort-key.js';

/**
 * AMiner's ambiguous names: a record for each name, with the works as the identity check takes them and the person of
 * each as `labels`. The record's person is left out of the byline by the folded name.
 */
export function readNames(path) {
  const records = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line);
    const record = records.get(row.name) ?? { name: row.name, works: [], labels: [] };
    records.set(row.name, record);
    const own = foldedWords(row.name);
    record.labels.push(row.label);
    record.works.push({
      id: row.id,
      title: row.title,
      year: Number(row.year) || null,
      venue: row.venue,
      printedName: row.name,
      coauthors: [...new Set(row.authors)].filter((name) => foldedWords(name) !== own).map((name) => ({ name })),
      organisations: row.organization ? [{ name: row.organization }] : [],
    });
  }
  return [...records.values()];
}

/** The part of a record that `holds` says: of a person, or of two. */
export function part({ name, works, labels }, holds) {
  const kept = labels.flatMap((label, index) => (holds(label) ? [index] : []));
  return { name, works: kept.map((index) => works[index]), labels: kept.map((index) => labels[index]) };
}

/** Works of each person of a record, most first. */
export function sizes({ labels }) {
  const counts = new Map();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

/** Coauthors who wrote together on works of other names than the record's: as a graph would know it. */
export function wroteTogether(records, record) {
  const mine = new Set(record.works.flatMap(({ coauthors }) => coauthors.map(({ name }) => name)));
  const pairs = [];
  for (const other of records) {
    if (other === record) continue;
    for (const { coauthors } of other.works) {
      const known = coauthors.map(({ name }) => name).filter((name) => mine.has(name));
      known.forEach((name, index) => {
        for (const second of known.slice(index + 1)) pairs.push([name, second]);
      });
    }
  }
  return pairs;
}
