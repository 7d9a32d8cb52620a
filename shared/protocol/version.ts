/**
 * The version of everything on the wire. A test hashes all message schemas: whoever changes one decides here whether the
 * version rises (an older client would misread it) or not (it adds what older clients ignore), and adds a line.
 *
 * 1  2026-11  push, pull, live, join, members, policy, quarantine; a workspace's first freemail providers.
 */
export const protocolVersion = 1;

/** The oldest client version that may still push and pull. */
export const oldestServed = 1;
