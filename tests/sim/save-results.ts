import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../tools/project.ts';

const file = join(PROJECT, 'tests/bench/results/sim.txt');

/** Keeps what a long run said under its heading, in place of what an earlier one had. */
export function saveResults(heading: string, text: string): void {
  const sections = new Map<string, string>();
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const section of before.split(/^## /m).slice(1)) {
    const end = section.indexOf('\n');
    sections.set(section.slice(0, end), section.slice(end + 1).trim());
  }
  sections.set(heading, text.trim());
  writeFileSync(file, [...sections].map(([name, said]) => `## ${name}\n\n${said}\n`).join('\n'));
}
