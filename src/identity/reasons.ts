import { familyOf, spellings } from './names.js';
import { counted, listed, some } from './phrases.js';
import type { ComparedRecord, ComparedWork } from './record.js';

type Works = readonly ComparedWork[];

const worksOf = ({ works }: ComparedRecord, members: readonly number[]): ComparedWork[] =>
  members.map((index) => works[index] as ComparedWork);
const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** What is looked at for a kind of evidence, and what a reader is told of it. */
interface Kind {
  readonly name: string;
  readonly keys: (work: ComparedWork) => readonly string[];
}

const KINDS: readonly Kind[] = [
  { name: 'coauthor', keys: ({ coauthors }) => coauthors.map(({ name }) => name.full) },
  { name: 'topic', keys: ({ work }) => work.topics ?? [] },
  { name: 'subfield', keys: ({ work }) => work.subfields ?? [] },
  { name: 'field', keys: ({ work }) => work.fields ?? [] },
  {
    name: 'institution',
    keys: ({ organisations }) => organisations,
  },
  { name: 'venue', keys: ({ venue }) => (venue === null ? [] : [venue]) },
  { name: 'reference', keys: ({ work }) => work.references ?? [] },
  { name: 'title word', keys: ({ words }) => words },
];

/** What is said of groups that stand apart from the core, whose keys are gathered once for all of them. */
export class Reasons {
  private readonly core: Works;
  private readonly keys = new Map<Kind, ReadonlySet<string>>();
  private readonly coauthors: Coauthors;
  /** The coauthors of the core by what their spellings share. */
  private readonly families = new Map<string, Coauthor[]>();
  private readonly years: Range;

  constructor(
    private readonly record: ComparedRecord,
    core: readonly number[],
  ) {
    this.core = worksOf(record, core);
    this.coauthors = coauthorsOf(this.core);
    for (const coauthor of this.coauthors.values()) {
      const family = familyOf(coauthor.name);
      const known = this.families.get(family);
      if (known) known.push(coauthor);
      else this.families.set(family, [coauthor]);
    }
    this.years = yearsOf(this.core);
  }

  /** What works and the core have in common; null where one of them has nothing of the kind. */
  private common(mine: Works, kind: Kind): string[] | null {
    const here = keysOf(mine, kind);
    const there = this.keys.get(kind) ?? keysOf(this.core, kind);
    this.keys.set(kind, there);
    if (here.size === 0 || there.size === 0) return null;
    return [...here].filter((key) => there.has(key)).sort();
  }

  /** Why a group stands apart from the core, and what speaks for its being one with it. */
  apart(group: readonly number[], onlyOther: boolean): string[] {
    const [mine, theirs] = [worksOf(this.record, group), this.core];
    const rest = onlyOther
      ? `the other ${counted(theirs.length, 'work')}`
      : `the ${counted(theirs.length, 'work')} of the largest group`;
    const missing: string[] = [];
    const unknown: string[] = [];
    const shared: string[] = [];
    for (const kind of KINDS) {
      const { name } = kind;
      const both = this.common(mine, kind);
      if (both === null) unknown.push(name);
      else if (both.length === 0) missing.push(name);
      else if (name === 'venue') shared.push(`the venue ${printedVenue(mine, both[0] as string)}`);
      else if (name === 'title word') shared.push(`in titles: ${some(both, 4)}`);
      else if (name === 'institution') shared.push('an institution, or words of its name');
      else shared.push(name === 'reference' ? counted(both.length, 'reference') : `a ${name}`);
    }
    const reasons: string[] = [];
    if (missing.length > 0) reasons.push(`No ${listed(missing, 'or')} in common with ${rest}.`);
    if (shared.length > 0) reasons.push(`In common with them: ${listed(shared, 'and')}.`);
    reasons.push(...this.twoSpellings(mine), ...years(yearsOf(mine), this.years, missing.includes('coauthor')));
    if (mine.every(({ coauthors }) => coauthors.length === 0))
      reasons.push(`${capital(counted(group.length, 'work'))} without coauthors: little to go on.`);
    const untold = unknown.filter((name) => name === 'topic' || name === 'institution');
    if (untold.length > 0) reasons.push(`Not known on both sides: ${listed(untold, 'and')}.`);
    return reasons;
  }

  /** Coauthors who may be the core's in another spelling; only names that share a family with one of theirs matter. */
  private twoSpellings(mine: Works): string[] {
    const here = coauthorsOf(mine);
    const touched = new Set([...here.values()].map(({ name }) => familyOf(name)));
    const theirs = [...touched].flatMap((family) => this.families.get(family) ?? []);
    const names = new Map([...theirs, ...here.values()].map(({ name }) => [name.full, name] as const));
    const fits = spellings(names.values());
    const found = [...here.keys()]
      .sort()
      .flatMap((name) =>
        (fits.get(name) ?? [])
          .filter((other) => this.coauthors.has(other) && !here.has(other))
          .map((other) => `${here.get(name)?.printed} may be ${this.coauthors.get(other)?.printed}`),
      );
    return found.length > 0 ? [`Among the coauthors ${some(found)}.`] : [];
  }
}

function keysOf(works: Works, { keys }: Kind): Set<string> {
  const found = new Set<string>();
  for (const work of works) for (const key of keys(work)) found.add(key);
  return found;
}

/** What holds the largest group together. */
export function reasonsTogether(record: ComparedRecord, found: readonly number[], core: readonly number[]): string[] {
  const works = worksOf(record, found);
  const names = new Map<string, { printed: string; works: number }>();
  for (const { coauthors } of works)
    for (const [at, { name, printed }] of coauthors.entries()) {
      // Alike names stand together, and the last of them counts.
      if (coauthors[at + 1]?.name.full === name.full) continue;
      const known = names.get(name.full);
      if (known) known.works++;
      else names.set(name.full, { printed, works: 1 });
    }
  const several = [...names]
    .filter(([, name]) => name.works > 1)
    .sort(([one, first], [other, second]) => second.works - first.works || (one < other ? -1 : 1))
    .map(([, name]) => `${name.printed} on ${counted(name.works, 'work')}`);
  const reasons: string[] = [];
  if (several.length > 0) reasons.push(`Held together by coauthors: ${some(several)}.`);
  else if (found.length > 1) reasons.push(`Held together by what the titles, venues, topics or institutions share.`);
  const attached = core.length - found.length;
  if (attached > 0)
    reasons.push(`${capital(counted(attached, 'work'))} counted with them, since little speaks against it.`);
  return reasons;
}

function printedVenue(works: Works, key: string): string {
  return works.find(({ venue }) => venue === key)?.work.venue ?? key;
}

type Coauthor = ComparedWork['coauthors'][number];
type Coauthors = ReadonlyMap<string, Coauthor>;

/** Coauthors by name, of alike ones the last. */
const coauthorsOf = (works: Works): Coauthors =>
  new Map(works.flatMap(({ coauthors }) => coauthors.map((each) => [each.name.full, each] as const)));

type Range = readonly [from: number, to: number];

/** From infinity to less than nothing where no work has a year. */
function yearsOf(works: Works): Range {
  const all = works.flatMap(({ work }) => work.year ?? []);
  return [Math.min(...all), Math.max(...all)];
}

function years([from, to]: Range, [otherFrom, otherTo]: Range, otherCircle: boolean): string[] {
  const apart = Math.max(from - otherTo, otherFrom - to);
  if (!Number.isFinite(apart)) return [];
  const when = from === to ? `of ${from}` : `from ${from} to ${to}`;
  if (apart <= 0) return otherCircle ? [`${capital(when)}: the same years, yet other coauthors.`] : [];
  return apart >= 3 ? [`${capital(when)}, ${counted(apart, 'year')} apart.`] : [];
}
