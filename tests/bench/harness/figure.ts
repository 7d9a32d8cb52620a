/** One measured figure, as `--json` prints it. The names stay the same from one release to the next. */
export type Figure = {
  name: string;
  /** Null where it could not be had; then `why` says so. */
  value: number | null;
  unit: string;
  /** How many runs stand behind the value. */
  n: number;
  /** With its operator, such as `<= 50`. */
  aim: string;
  met: boolean | null;
  why?: string;
};

/** A figure before it is measured. */
export type Planned = { name: string; unit: string; aim: string };

const AIM = /^(<=|>=|<|>|=) ?(-?\d+(?:\.\d+)?)$/;

/** Whether a value meets an aim. Throws on an aim without an operator and a number: that is a bug in the plan. */
export function meetsAim(value: number, aim: string): boolean {
  const [, operator, text] = AIM.exec(aim) ?? [];
  if (text === undefined)
    throw new Error(`"${aim}" is no aim: write an operator and a number, such as "<= 50"`);
  const limit = Number(text);
  switch (operator) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    default:
      return value === limit;
  }
}

/** A figure that was measured over `n` runs; whether it meets its aim is worked out here and nowhere else. */
export function measuredFigure(planned: Planned, value: number, n: number): Figure {
  const { name, unit, aim } = planned;
  return { name, value, unit, n, aim, met: meetsAim(value, aim) };
}

/** A figure that could not be had. */
export function missingFigure({ name, unit, aim }: Planned, why: string): Figure {
  return { name, value: null, unit, n: 0, aim, met: null, why };
}
