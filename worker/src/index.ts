import { createApp } from './app.ts';

export { Workspace } from './workspace/workspace.ts';

const app = createApp();

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
