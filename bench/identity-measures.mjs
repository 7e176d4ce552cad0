const pairsOf = (count) => (count * (count - 1)) / 2;
const harmonic = (one, other) => (one + other === 0 ? 0 : (2 * one * other) / (one + other));

function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Pairwise and B-cubed precision, recall and F1 of one record: `truth` and `found` name a group for each work. */
export function compare(truth, found) {
  const both = truth.map((label, index) => `${label}|${found[index]}`);
  const [ofTruth, ofFound, ofBoth] = [tally(truth), tally(found), tally(both)];
  const sum = (counts) => [...counts.values()].reduce((total, count) => total + pairsOf(count), 0);
  // Without a pair to find (or found), nothing was missed (or wrong).
  const share = (part, whole) => (whole === 0 ? 1 : part / whole);
  const pairPrecision = share(sum(ofBoth), sum(ofFound));
  const pairRecall = share(sum(ofBoth), sum(ofTruth));
  let [precision, recall] = [0, 0];
  truth.forEach((label, index) => {
    precision += ofBoth.get(both[index]) / ofFound.get(found[index]) / truth.length;
    recall += ofBoth.get(both[index]) / ofTruth.get(label) / truth.length;
  });
  return {
    ...{ pairPrecision, pairRecall, pairF1: harmonic(pairPrecision, pairRecall) },
    ...{ precision, recall, f1: harmonic(precision, recall) },
  };
}

/** The mean of each figure over records: every name counts the same. */
export function average(figures) {
  const names = Object.keys(figures[0]);
  return Object.fromEntries(
    names.map((name) => [name, figures.reduce((sum, of) => sum + of[name], 0) / figures.length]),
  );
}
