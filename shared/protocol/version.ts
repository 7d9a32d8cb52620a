/**
 * The version of everything on the wire. A test hashes all message schemas: whoever changes one decides here whether the
 * version rises (an older client would misread it) or not (it adds what older clients ignore), and adds a line.
 *
 * 1  2026-11  push, pull, live, join, members, policy, quarantine; a workspace's first freemail providers.
 * 2  2026-11  merging: records of the kind `pair`, and the commands merge-records, unmerge-records, not-same, maybe-same. A
 *             pull says its version; one that says none is of version 1, shows two records where others see one, and is not
 *             sent the kind, which it could not read. When such a device is updated, it pulls once from the beginning.
 *             Besides, which no older version meets: totals of what readers of webmails made of mails (yields).
 * 3  2026-11  states packed (sync/packed-state.ts) in pulls; compact pushes and their answers; pokes that carry the small change
 *             itself; snapshots, and a restart where the cursor is older than what is remembered of deletions. A push of version
 *             3 is an array, and a live connection asks for it by name, so that a worker knows what it speaks to. `overloaded`
 *             is new: a device that does not know it tries again as after any other error of the server.
 *             Accounts can be restricted (restrict-account, open-account, set-team); to older versions, what they may not see
 *             is simply gone. Private notes: records of the kind `note`, of which no older version is told.
 *             While it is being bootstrapped, a device looks up whom a page names (look-up); a worker that does not know this
 *             leaves it to what comes with the snapshot. A fork says what was rejected of the device's last operations.
 *             A device that enrols anew brings the secret of its new credential; a worker that does not know this draws one.
 */
export const newestServed = 3;

/** What this release's device speaks. */
export const protocolVersion = 3;

/** The oldest client version that may still push and pull. */
export const oldestServed = 1;
