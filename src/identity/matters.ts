import { InvertedIndex } from './inverted-index.js';
import type { Partition } from './partition.js';
import type { ComparedWork } from './record.js';
import { REFERENCE_FIGURES, TOPIC_FIGURES } from './weights.js';
import { LevelledFits } from './work-fits.js';

type Works = readonly ComparedWork[];

/** Levels of fit by name, 1 for the least figure, and the figures in that order. */
function levelsOf<Name extends string>(figures: Readonly<Record<Name, number>>) {
  const names = (Object.keys(figures) as Name[]).sort((one, other) => figures[one] - figures[other]);
  // In single precision beside ten, as the weights were fitted with: results are the same to the digit.
  const values = names.map((name) => Math.fround(10 + figures[name]) - 10);
  return { values, level: Object.fromEntries(names.map((name, at) => [name, at + 1])) as Record<Name, number> };
}

const TOPICS = levelsOf(TOPIC_FIGURES);
const REFERENCES = levelsOf(REFERENCE_FIGURES);

/** How well each work's topics fit those of each group: {@link TOPIC_FIGURES}; null where fewer than two works have any. */
export function topicFits(works: Works, partition: Partition): LevelledFits | null {
  const { level, values } = TOPICS;
  const least = Uint8Array.from(works, ({ work }) => {
    if (!work.topics?.length && !work.fields?.length) return 0;
    return work.domains?.length ? level.nothing : level.unknownRest;
  });
  if (least.filter((each) => each > 0).length < 2) return null;
  const fits = new LevelledFits(works.length, partition.groups, values);
  const kinds = (['domain', 'field', 'subfield', 'topic'] as const).map((kind) => {
    const index = new InvertedIndex(works, ({ work }) => work[`${kind}s`] ?? []);
    return { index, level: level[kind], lastGroup: new Int32Array(index.keys.length).fill(-1) };
  });
  for (let group = 0; group < partition.groups; group++) {
    const row = fits.row(group);
    const own = partition.works.subarray(partition.starts[group], partition.starts[group + 1]);
    if (own.some((work) => (least[work] as number) > 0)) row.set(least);
    for (const { index, level, lastGroup } of kinds) raiseHolders(index, own, group, lastGroup, row, level);
  }
  return fits;
}

/** How well each work's references fit those of each group: {@link REFERENCE_FIGURES}; null where fewer than two have any. */
export function referenceFits(works: Works, partition: Partition): LevelledFits | null {
  const { level, values } = REFERENCES;
  const least = Uint8Array.from(works, ({ work }) => (work.references?.length ? level.none : 0));
  if (least.filter((each) => each > 0).length < 2) return null;
  const fits = new LevelledFits(works.length, partition.groups, values);
  const index = new InvertedIndex(works, ({ work }) => work.references ?? []);
  const lastGroup = new Int32Array(index.keys.length).fill(-1);
  const common = new Uint32Array(works.length);
  for (let group = 0; group < partition.groups; group++) {
    const row = fits.row(group);
    const own = partition.works.subarray(partition.starts[group], partition.starts[group + 1]);
    if (own.some((work) => (least[work] as number) > 0)) row.set(least);
    common.fill(0);
    countHolders(index, own, group, lastGroup, common);
    for (let work = 0; work < row.length; work++) {
      const count = common[work] as number;
      if (count > 0) row[work] = count >= 5 ? level.five : count >= 2 ? level.two : level.one;
    }
  }
  works.forEach(({ work }, cited) => {
    const key = index.numberOf(work.id);
    if (key === undefined) return;
    for (let at = index.starts[key] as number; at < (index.starts[key + 1] as number); at++) {
      const citing = index.holders[at] as number;
      fits.raise(citing, partition.groupOf[cited] as number, level.cites);
      fits.raise(cited, partition.groupOf[citing] as number, level.cites);
    }
  });
  return fits;
}

/** Gives a level to every work that holds a key of a group's works. */
function raiseHolders(
  { workStarts, workKeys, starts, holders }: InvertedIndex,
  own: Int32Array,
  group: number,
  lastGroup: Int32Array,
  row: Uint8Array,
  level: number,
): void {
  for (const member of own)
    for (let at = workStarts[member] as number; at < (workStarts[member + 1] as number); at++) {
      const key = workKeys[at] as number;
      if (lastGroup[key] === group) continue;
      lastGroup[key] = group;
      const end = starts[key + 1] as number;
      for (let place = starts[key] as number; place < end; place++) {
        const work = holders[place] as number;
        if (level > (row[work] as number)) row[work] = level;
      }
    }
}

/** Counts for each work the keys that a group's works and another work hold. */
function countHolders(
  { workStarts, workKeys, starts, holders }: InvertedIndex,
  own: Int32Array,
  group: number,
  lastGroup: Int32Array,
  counts: Uint32Array,
): void {
  for (const member of own)
    for (let at = workStarts[member] as number; at < (workStarts[member + 1] as number); at++) {
      const key = workKeys[at] as number;
      if (lastGroup[key] === group) continue;
      lastGroup[key] = group;
      const start = starts[key] as number;
      const end = starts[key + 1] as number;
      if (end - start > 1)
        for (let place = start; place < end; place++) {
          const work = holders[place] as number;
          counts[work] = (counts[work] as number) + 1;
        }
    }
}
