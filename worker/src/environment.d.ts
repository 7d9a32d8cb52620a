interface Env {
  WORKSPACE: DurableObjectNamespace<import('./workspace/workspace.ts').Workspace>;
  /** Whoever has it may create workspaces. */
  DEPLOYMENT_SECRET: string;
}
