// What wrangler.jsonc binds. The names Cloudflare and Env are the runtime's types' own.
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('./index.ts');
    durableNamespaces: 'Workspace';
  }
  interface Env {
    WORKSPACE: DurableObjectNamespace<import('./workspace/workspace.ts').Workspace>;
    /** Whoever has it may create workspaces. */
    DEPLOYMENT_SECRET: string;
  }
}

interface Env extends Cloudflare.Env {}
