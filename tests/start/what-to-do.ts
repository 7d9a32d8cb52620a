import { type FoundedWorkspace, invitationExpired } from './founded-workspace.ts';

/** The four lines for whoever loads the extension by hand. */
export function fourLines(
  worker: { url: string },
  data: string,
  extension: string,
  workspace: FoundedWorkspace,
  now: number,
): [string, string, string, string] {
  return [
    `The sync worker listens at ${worker.url} and keeps its data in ${data}.`,
    `The built extension lies in ${extension}.`,
    'To load it, open chrome://extensions in Chromium, switch on "Developer mode", press "Load unpacked" and choose that folder.',
    invitationLine(workspace, now),
  ];
}

/** What the invitation is, and whether it can still be good. */
export function invitationLine(
  { name, admin, invitation, madeAt, fresh }: FoundedWorkspace,
  now: number,
): string {
  const whose = `the workspace "${name}" (admin: ${admin})`;
  if (fresh)
    return `Paste this invitation into the extension to enter ${whose}; it works once, for 7 days: ${invitation}`;
  if (invitationExpired(madeAt, now)) {
    return `There is ${whose}; its first invitation has expired. "npm start -- --new-workspace" makes another workspace.`;
  }
  return `There is ${whose}; its first invitation, unless it has been used: ${invitation}`;
}
