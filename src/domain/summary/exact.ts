/**
 * Sums as a database makes them: decimals are added as whole millionths, so that 0,1 + 0,2 is 0,3 and the order in
 * which reports came makes no difference.
 */
const SCALE = 1_000_000;

/** The exact sum of numbers with up to six places. */
export function sumOf(values: readonly number[]): number {
  let sum = 0n;
  for (const value of values) sum += millionths(value);
  return Number(`${sum < 0n ? "-" : ""}${text(sum < 0n ? -sum : sum)}`);
}

/** The mean, rounded half up to `decimals` places; null of nothing. */
export function meanOf(values: readonly number[], decimals: number): number | null {
  return values.length === 0 ? null : rounded(sumOf(values) / values.length, decimals);
}

/** Rounded half away from zero, as people and `numeric` of a database do. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const shifted = Math.abs(value) * scale;
  // A number such as 1.005 lies a hair below the half it is written as.
  return (Math.sign(value) * Math.round(shifted + shifted * 2 ** -50)) / scale;
}

function millionths(value: number): bigint {
  const whole = Math.trunc(value);
  return BigInt(whole) * BigInt(SCALE) + BigInt(Math.round((value - whole) * SCALE));
}

function text(scaled: bigint): string {
  const places = String(scaled % BigInt(SCALE)).padStart(6, "0");
  return `${scaled / BigInt(SCALE)}.${places}`;
}
