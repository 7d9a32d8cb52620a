import * as v from 'valibot';
import { problemSchema } from '../../shared/protocol/problem.ts';
import { type CreateWorkspaceRequest, createWorkspaceResponse } from '../../shared/protocol/workspace.ts';

export type CreatedWorkspace = {
  workspace: string;
  /** The admin's link, to paste into the extension; it works once, for 7 days. */
  invitation: string;
};

/** Asks a worker for a new workspace. Rejects with the worker's reason where it refuses, and where it does not answer. */
export async function createWorkspace(
  worker: { url: string; deploymentSecret: string },
  request: CreateWorkspaceRequest,
): Promise<CreatedWorkspace> {
  const response = await fetch(`${worker.url}/v1/workspaces`, {
    method: 'POST',
    headers: { authorization: `Deployment ${worker.deploymentSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json();
  if (response.ok) return v.parse(createWorkspaceResponse, body);
  const { title, detail } = v.parse(problemSchema, body);
  throw new Error(`The worker made no workspace: ${title}${detail === undefined ? '' : ` (${detail})`}`);
}
