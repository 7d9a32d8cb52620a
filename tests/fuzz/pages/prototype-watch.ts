const watched: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  RegExp.prototype,
  Map.prototype,
  Set.prototype,
  Promise.prototype,
  Object,
];

/** Notes what built-in prototypes hold; the function it returns says what has been added, replaced or taken away since. */
export function prototypeWatch(): () => string[] {
  const before = watched.map(holdings);
  return () => {
    const changed = watched.filter((one, at) => !same(holdings(one), before[at] ?? []));
    return changed.map((one) => `polluted: ${one === Object ? 'Object' : one.constructor.name}`);
  };
}

function holdings(one: object): unknown[] {
  return Reflect.ownKeys(one).flatMap((key) => {
    const { value, get, set } = Object.getOwnPropertyDescriptor(one, key) ?? {};
    return [key, value, get, set];
  });
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
}
