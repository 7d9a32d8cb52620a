import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command's options; where one is not known, its usage is said and the process ends with 2. */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}
