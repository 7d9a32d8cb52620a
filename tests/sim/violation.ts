/** A promise that the engine broke. `check` is what mutants and reports go by. */
export class Violation extends Error {
  readonly check: string;

  constructor(check: string, detail: string) {
    super(`${check}: ${detail}`);
    this.check = check;
  }
}
