import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Interface, openInterface, type Shown, type ShowOptions } from './open-interface.ts';

export type Stage = Omit<Interface, 'close'> & {
  /** What was shown last. Throws where the test has shown nothing. */
  shown(): Shown;
  /** What the interface gave with each `call` so far. */
  inputs(call: string): Promise<unknown[]>;
  /** {@link Stage.inputs}, once there is one. */
  asked(call: string): Promise<unknown[]>;
};

/** The interface for the tests of one `describe`, in which it is called: opened before them; each test's pages are closed behind it. */
export function setStage(): Stage {
  let ui: Interface | null = null;
  let open: Shown[] = [];
  beforeAll(async () => {
    ui = await openInterface();
  });
  afterAll(() => ui?.close());
  afterEach(async () => {
    for (const { page } of open) await page.close();
    open = [];
  });
  const noted = <T extends Shown>(shown: T): T => {
    open.push(shown);
    return shown;
  };
  const onStage = () => ui ?? fail('the interface is not open');
  const shown = () => open.at(-1) ?? fail('nothing is shown');
  const inputs = async (call: string) =>
    (await shown().calls()).filter((one) => one.call === call).map(({ input }) => input);
  return {
    dashboard: async (options?: ShowOptions) => noted(await onStage().dashboard(options)),
    panel: async (options?: ShowOptions) => noted(await onStage().panel(options)),
    shown,
    inputs,
    asked: async (call) => {
      await expect.poll(() => inputs(call)).not.toEqual([]);
      return inputs(call);
    },
  };
}

function fail(why: string): never {
  throw new Error(why);
}
