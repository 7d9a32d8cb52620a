import { newestServed } from '../../../shared/protocol/version.ts';
import { access } from '../access.ts';
import { landingHeaders, landingPage } from '../http/landing-page.ts';
import type { App } from './route.ts';

export function publicRoutes(app: App): void {
  app.on(access.landing.method, access.landing.path, (c) => c.body(landingPage, 200, landingHeaders));
  app.on(access.health.method, access.health.path, (c) =>
    c.json({ ok: true, proto: newestServed, now: Date.now() }),
  );
}
