/** Milliseconds since the epoch with fractions, on a clock that all processes of this machine share. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}
