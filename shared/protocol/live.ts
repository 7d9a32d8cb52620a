import * as v from 'valibot';
import { credentialSchema } from './credential.ts';

/** The name that the worker echoes in `Sec-WebSocket-Protocol`; the ticket beside it is never echoed. */
export const liveProtocol = 'holdfast.live.1';

/** POST /v1/live-ticket → a single-use ticket for 30 seconds, sent as the second WebSocket protocol `ticket.<credential>`. */
export const liveTicket = v.object({ ticket: credentialSchema, seconds: v.number() });

export const ticketPrefix = 'ticket.';

/** Server → device. `poke`: there is something up to `seq`. `revoked`: ask any endpoint to learn why. */
export const liveDown = v.variant('type', [
  v.object({ type: v.literal('poke'), seq: v.number() }),
  v.object({ type: v.literal('revoked') }),
]);
export type LiveDown = v.InferOutput<typeof liveDown>;

/** Device → server, answered by the runtime itself without waking the object. */
export const livePing = 'ping';
export const livePong = 'pong';
