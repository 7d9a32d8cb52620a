import { quarantineLimits, quarantineRequest, wipedRequest } from '../../../shared/protocol/quarantine.ts';
import { access } from '../access.ts';
import { type App, deviceRouteWithBody, smallBody } from './route.ts';

const handInBody = { received: quarantineLimits.bytes, unpacked: 4 * quarantineLimits.bytes };

/** The last things that a revoked device may do: hand in what it had not sent, and say that it is wiped. */
export function leavingRoutes(app: App): void {
  deviceRouteWithBody(app, access.quarantine, quarantineRequest, handInBody, (holder, request) =>
    holder.workspace.quarantine(holder.secretHash, request),
  );
  deviceRouteWithBody(app, access.wiped, wipedRequest, smallBody, (holder, { nonce }) =>
    holder.workspace.wiped(holder.secretHash, nonce),
  );
}
