/** What a person does at a device. */
export const writeSteps = [
  'capture',
  'capture',
  'edit',
  'edit',
  'page-fill',
  'add-value',
  'drop-value',
  'touch',
  'touch',
  'command',
  'command',
  'note',
  'bad-write',
  'import',
] as const;

/** What is decided of records, and what comes between. */
export const closeSteps = [
  'command',
  'command',
  'command',
  'restrict',
  'restrict',
  'touch',
  'touch',
  'capture',
] as const;

/** What a device does by itself. */
export const deviceSteps = ['sync', 'sync', 'sync', 'alarm'] as const;

/** What a device of the last release does. */
export const oldSteps = ['old-write', 'old-sync'] as const;

/** What an admin does at the console. */
export const serverSteps = ['role', 'suspend', 'reinstate', 'depart', 'revoke', 'policy'] as const;

/** What goes wrong. */
export const faultSteps = [
  'crash',
  'crash',
  'offline',
  'online',
  'clock',
  'full-disk',
  'room-again',
  'failing-disk',
  'clear',
  'malformed',
  'server-crash',
  'server-kill',
  'overload',
  'break-live',
] as const;

/** A profile is copied, or set back to what it was; a kill tears the database's log, and with the kill after it what came since is gone. */
export const copySteps = [
  'clone',
  'clone',
  'clone',
  'image',
  'image',
  'roll-back',
  'roll-back',
  'tear',
  'tear',
  'set-back',
  'set-back',
] as const;

/** The server's database is kept, and later set back to that. */
export const restoreSteps = ['backup', 'restore'] as const;

export type StepKind =
  | (typeof writeSteps)[number]
  | (typeof closeSteps)[number]
  | (typeof deviceSteps)[number]
  | (typeof serverSteps)[number]
  | (typeof faultSteps)[number]
  | (typeof copySteps)[number]
  | (typeof restoreSteps)[number]
  | (typeof oldSteps)[number];
