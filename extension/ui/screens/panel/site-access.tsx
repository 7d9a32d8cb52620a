import { browser } from 'wxt/browser';
import { Action } from '../../components/action.tsx';
import { Empty } from '../../components/empty.tsx';
import { type Front, sitePattern } from '../../state/page-in-front.ts';
import { tell, tellOutcome } from '../../state/said.ts';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useShortcuts } from '../../state/shortcuts.ts';

/** Nothing is known of the page in front: look once, or answer on this site from now on. */
export function SiteAccess({ front }: { front: Front }) {
  const { calls } = useServices();
  const { tab, url, granted } = front;
  const pattern = sitePattern(url);
  const readable = url === null || pattern !== null;

  const look = async () => {
    if (tab === null) return;
    const result = await calls.look({ tab });
    if (!result.ok && result.notice.kind === 'forbidden') tell(say('site.pressKey'));
    else tellOutcome(result, say('site.looked'));
  };
  const grant = async () => {
    if (pattern === null) return;
    // Nothing may be awaited before this call: the browser only asks within the person's own gesture.
    const yes = await browser.permissions.request({ origins: [pattern] });
    if (yes) await look();
  };
  useShortcuts(readable ? [{ key: 'l', does: 'keys.look', run: () => void look() }] : []);

  if (!readable) return <Empty title={say('site.unreadable')}>{say('site.unreadableWhy')}</Empty>;
  return (
    <Empty title={say(granted ? 'site.nothingYet' : 'site.notGranted')}>
      {say(granted ? 'site.nothingYetWhy' : url === null ? 'site.hiddenWhy' : 'site.notGrantedWhy')}
      <span class="buttons">
        {!granted && pattern !== null && (
          <Action look="primary" run={grant}>
            {say('site.grant', new URL(url ?? '').hostname)}
          </Action>
        )}
        <Action keyHint="l" run={look}>
          {say('site.look')}
        </Action>
      </span>
    </Empty>
  );
}
