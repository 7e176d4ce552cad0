/**
 * Logistic regression by Newton's method, with a little ridge. Examples are `{ of: figures, is: 0 or 1, weight }`;
 * returns a weight for each figure.
 */
export function logistic(examples, ridge = 1, rounds = 15) {
  const size = examples[0].of.length;
  const weights = new Float64Array(size);
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const { of, is, weight } of examples) {
      const chance = 1 / (1 + Math.exp(-dot(weights, of)));
      const spread = weight * chance * (1 - chance);
      for (let row = 0; row < size; row++) {
        slope[row] += weight * (is - chance) * of[row];
        for (let column = 0; column < size; column++) curve[row][column] += spread * of[row] * of[column];
      }
    }
    for (let row = 0; row < size; row++) {
      curve[row][row] += ridge;
      curve[row][size] = slope[row] - ridge * weights[row];
    }
    solve(curve).forEach((step, row) => {
      weights[row] += step;
    });
  }
  return weights;
}

export const dot = (weights, of) => weights.reduce((sum, weight, index) => sum + weight * of[index], 0);

/** Gauss and Jordan, with the largest pivot of each column. */
function solve(rows) {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let at = column; at <= size; at++) rows[row][at] -= factor * rows[column][at];
    }
  }
  return rows.map((row, index) => row[size] / row[index]);
}
