import type { DeviceId } from '../../../shared/domain/ids.ts';
import type { ProblemDetails, ProblemKind } from '../../../shared/protocol/problem.ts';

export type Refused = {
  kind: 'refused';
  problem: ProblemKind;
  title: string;
  details: ProblemDetails;
  /** Seconds; for `rate-limited`. */
  retryAfter: number | null;
};

export type Done<Body> = { kind: 'done'; body: Body };

/** What the caller gets. */
export type Answer<Body> = Done<Body> | Refused;

/** Who else has to learn of it, once it has committed. */
export type Telling = {
  /** The device that pushed: it knows already. Null: everybody is poked, if anything in the pool moved. */
  by: DeviceId | null;
  /** Devices that are no longer served: their sockets are told so and closed. */
  close: readonly DeviceId[];
};

/** What an operation decides inside its transaction. */
export type Decision<Body> = (Done<Body> & { tell: Telling }) | Refused;

export function done<Body>(body: Body, tell: Partial<Telling> = {}): Decision<Body> {
  return { kind: 'done', body, tell: { by: null, close: [], ...tell } };
}

export function refuse(
  problem: ProblemKind,
  title: string,
  details: ProblemDetails = {},
  retryAfter: number | null = null,
): Refused {
  return { kind: 'refused', problem, title, details, retryAfter };
}
