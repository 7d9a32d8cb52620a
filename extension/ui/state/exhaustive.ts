/** The end of a switch over a union: a new member of it fails to compile here. Throws if reached: that is a bug. */
export function exhaustive(value: never): never {
  throw new Error(`not foreseen: ${JSON.stringify(value)}`);
}
