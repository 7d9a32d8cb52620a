import type { Violation } from './import-law.ts';
import type { Plant } from './planted-violations.ts';
import type { Sources } from './source-files.ts';

/** The plants that `check` does not report, each laid alone over the real sources. Empty when the check works. */
export function missedPlants(
  sources: Sources,
  plants: readonly Plant[],
  check: (sources: Sources) => Violation[],
): Plant[] {
  return plants.filter(({ files, said }) => {
    const [first] = Object.keys(files);
    const found = check(new Map([...sources, ...Object.entries(files)]));
    return !found.some((violation) => violation.file === first && said.test(violation.said));
  });
}
