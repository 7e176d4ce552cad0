/** Pseudorandom numbers from 0 to below 1 (Park and Miller 1988): the same ones for the same seed, a whole number above 0. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
