import { runChecks } from './run-checks.ts';

const { failed } = await runChecks((line) => console.log(line));
process.exitCode = failed > 0 ? 1 : 0;
