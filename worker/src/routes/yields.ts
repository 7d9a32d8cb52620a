import * as v from 'valibot';
import { yieldsQuery, yieldsRequest } from '../../../shared/protocol/yields.ts';
import { access } from '../access.ts';
import { refuse } from '../workspace/decision.ts';
import { type App, deviceRoute, deviceRouteWithBody, smallBody } from './route.ts';

/** How well the readers of webmails do: devices count, admins look. */
export function yieldRoutes(app: App): void {
  deviceRouteWithBody(app, access.countYields, yieldsRequest, smallBody, (holder, { rows }) =>
    holder.workspace.countYields(holder.secretHash, rows),
  );

  deviceRoute(app, access.yields, async ({ workspace, secretHash }, c) => {
    const asked = c.req.query('days');
    const query = v.safeParse(yieldsQuery, asked === undefined ? {} : { days: Number(asked) });
    if (!query.success) return refuse('malformed', 'Not a number of days');
    return workspace.yields(secretHash, query.output.days);
  });
}
