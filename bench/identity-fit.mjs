// Where the weights of src/identity/weights.ts come from, and how well they hold on names that they were not fitted to:
// npm run build && node bench/identity-fit.mjs names.jsonl. Writes its part of bench/IDENTITY.md; changes no weight.

import { Affinity } from '../dist/identity/affinity.js';
import { agglomerate } from '../dist/identity/agglomerate.js';
import { backgroundOf } from '../dist/identity/background.js';
import { compareRecord } from '../dist/identity/record.js';
import { startingGroups } from '../dist/identity/starting-groups.js';
import { CONFIDENCE, JOIN_ABOVE, MEASURES, MIXED_ABOVE, WEIGHTS } from '../dist/identity/weights.js';
import { part, readNames, sizes, wroteTogether } from './identity-data.mjs';
import { average, compare } from './identity-measures.mjs';
import { dot, logistic } from './logistic.mjs';
import { writePart } from './report.mjs';

const path = process.argv[2];
if (!path) throw new Error('Say which file of names to read: node bench/identity-fit.mjs names.jsonl');
const FOLDS = 5;
/** Examples of one name together count at most as much as this many. */
const MOST_OF_A_NAME = 200;

const names = readNames(path);
const background = backgroundOf(names.flatMap(({ works }) => works));
let seed = 1;
function random() {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
}

function prepared(record, of = record) {
  const compared = compareRecord(record.works, { background, wroteTogether: wroteTogether(names, of) });
  const labels = new Map(record.works.map(({ id }, index) => [id, record.labels[index]]));
  return { compared, start: startingGroups(compared), labels: compared.works.map(({ work }) => labels.get(work.id)) };
}

/** The person who wrote most of a group. */
const personOf = (members, labels) => sizes({ labels: members.map((index) => labels[index]) })[0][0];

/** Pairs of groups as joining meets them: groups of one person are joined at random, up to a half at a time. */
function examplesOf({ compared, start, labels }) {
  const examples = [];
  for (let repetition = 0; repetition < 3; repetition++) {
    const affinity = new Affinity(compared, start);
    for (let step = 0; step < 8; step++) {
      const alive = [...affinity.alive];
      const person = new Map(alive.map((group) => [group, personOf(affinity.membersOf(group), labels)]));
      for (let pair = 0; pair < Math.min(60, (alive.length * (alive.length - 1)) / 2); pair++) {
        const [one, other] = [0, 0].map(() => alive[Math.floor(random() * alive.length)]);
        if (one !== other)
          examples.push({ of: [...affinity.measure(one, other)], is: person.get(one) === person.get(other) ? 1 : 0 });
      }
      if (!joinSome(affinity, alive, person)) break;
    }
  }
  const weight = Math.min(1, MOST_OF_A_NAME / examples.length);
  return examples.map((example) => ({ ...example, weight }));
}

function joinSome(affinity, alive, person) {
  let joined = false;
  for (const groups of byKey(alive, person)) {
    const left = groups.map((group) => [random(), group]).sort(([one], [other]) => one - other);
    while (left.length > 1 && random() < 0.5) {
      const [one, other] = [left.pop()[1], left.pop()[1]];
      affinity.join(Math.min(one, other), Math.max(one, other));
      left.unshift([0, Math.min(one, other)]);
      joined = true;
    }
  }
  return joined;
}

function byKey(groups, keyOf) {
  const result = new Map();
  for (const group of groups) result.set(keyOf.get(group), [...(result.get(keyOf.get(group)) ?? []), group]);
  return result.values();
}

/** What is left apart at the end: the figures of each group against the largest, and whether it is another person's. */
function leftApart({ compared, start, labels }, weights) {
  const affinity = new Affinity(compared, start, weights);
  agglomerate(affinity, JOIN_ABOVE);
  const order = [...affinity.alive].sort((one, other) => affinity.sizeOf(other) - affinity.sizeOf(one) || one - other);
  const [largest, ...others] = order;
  const found = [];
  for (const group of affinity.alive) for (const index of affinity.membersOf(group)) found[index] = group;
  const person = personOf(affinity.membersOf(largest), labels);
  const groups = others.map((group) => ({
    of: [1, -affinity.score(group, largest), Math.log(affinity.sizeOf(group))],
    is: personOf(affinity.membersOf(group), labels) === person ? 0 : 1,
    weight: Math.min(1, 3 / others.length),
  }));
  return { found, groups, share: affinity.sizeOf(largest) / labels.length, labels };
}

const chance = (odds) => 1 / (1 + Math.exp(-odds));
const pooled = ({ groups, share }, alone) => [
  1,
  groups.reduce((sum, { of }) => sum - Math.log(1 - Math.min(0.999, chance(dot(alone, of)))), 0),
  share,
];

const ready = names.map((record) => prepared(record));
const examples = ready.map(examplesOf);
const outOf = (fold, list) => list.filter((_, index) => index % FOLDS !== fold);
const all = logistic(examples.flat());
const folds = Array.from({ length: FOLDS }, (_, fold) => logistic(outOf(fold, examples).flat()));

/** Whole names, single people, and two people of a name; what one kind counts in all. */
const kinds = names.map((record) => {
  const people = sizes(record);
  const large = people.filter(([, count]) => count >= 5);
  const only = (...persons) => part(record, (label) => persons.includes(label));
  const beside = large.flatMap(([person], place) => {
    const others = people.filter(([other]) => other !== person);
    return others.length === 0 ? [] : [only(person, others[place % others.length][0])];
  });
  return [
    ...(people.length > 1 ? [{ kind: 'whole', weight: 1, record }] : []),
    ...people.filter(([, n]) => n >= 10).map(([one]) => ({ kind: 'single', weight: 1.2, record: only(one) })),
    ...beside.map((two) => ({ kind: 'two', weight: 0.5, record: two })),
  ].map((each) => ({ ...each, ready: prepared(each.record, record) }));
});

function fitConfidence(records, weightsOf) {
  const cases = records.map((each) => ({ ...each, left: leftApart(each.ready, weightsOf(each)) }));
  const alone = logistic(cases.flatMap(({ left }) => left.groups));
  const together = logistic(
    cases.map(({ kind, weight, left }) => ({ of: pooled(left, alone), is: kind === 'single' ? 0 : 1, weight })),
  );
  return { alone, together };
}

const indexed = kinds.flatMap((records, index) => records.map((each) => ({ ...each, fold: index % FOLDS })));
const confidence = fitConfidence(indexed, ({ fold }) => folds[fold]);
const heldOut = folds.map((_, fold) =>
  fitConfidence(
    indexed.filter((each) => each.fold !== fold),
    (each) => folds[each.fold],
  ),
);
const called = indexed.map(({ kind, fold, ready: each }) => {
  const left = leftApart(each, folds[fold]);
  const { alone, together } = heldOut[fold];
  const highest = Math.max(0, ...left.groups.map(({ of }) => chance(dot(alone, of) - CONFIDENCE.mostAreOne)));
  const both = Math.max(highest, chance(dot(together, pooled(left, alone)) - CONFIDENCE.mostAreOne));
  return { kind, mixed: left.groups.length > 0 && both > MIXED_ABOVE };
});
const share = (kind) => {
  const those = called.filter((each) => each.kind === kind);
  return `${((100 * those.filter(({ mixed }) => mixed).length) / those.length).toFixed(1)} % of ${those.length}`;
};
const figures = average(ready.map((each, index) => compare(each.labels, leftApart(each, folds[index % FOLDS]).found)));
const line = (list) => [...list].map((value) => value.toFixed(2)).join(' | ');

writePart(
  new URL('IDENTITY.md', import.meta.url).pathname,
  'fit',
  [
    '## Held out',
    '',
    `Weights fitted ${FOLDS} times, each time without every ${FOLDS}th name, and measured on the names left out:`,
    `B-cubed F1 ${figures.f1.toFixed(3)} (precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}), pairwise F1 ${figures.pairF1.toFixed(3)}.`,
    `Called mixed: ${share('single')} single people, ${share('whole')} whole names, ${share('two')} pairs of people of a name.`,
    '',
    `| measure | in use | all names | ${folds.map((_, fold) => `without ${fold + 1}`).join(' | ')} |`,
    `| --- | --- | --- | ${folds.map(() => '---').join(' | ')} |`,
    ...MEASURES.map(
      (measure, index) => `| ${measure} | ${WEIGHTS[measure]} | ${line([all, ...folds].map((of) => of[index]))} |`,
    ),
    '',
    'Topics and references are not in this set; docs/identity.md says where their figures come from.',
    '',
    `| confidence | in use | all names | ${folds.map((_, fold) => `without ${fold + 1}`).join(' | ')} |`,
    `| --- | --- | --- | ${folds.map(() => '---').join(' | ')} |`,
    ...[
      ['group', CONFIDENCE.group, 'alone', 0],
      ['score', CONFIDENCE.score, 'alone', 1],
      ['size', CONFIDENCE.size, 'alone', 2],
      ['record', CONFIDENCE.record, 'together', 0],
      ['together', CONFIDENCE.together, 'together', 1],
      ['share', CONFIDENCE.share, 'together', 2],
    ].map(
      ([name, inUse, of, index]) =>
        `| ${name} | ${inUse} | ${line([confidence, ...heldOut].map((each) => each[of][index]))} |`,
    ),
  ],
  '# Telling namesakes apart',
);
