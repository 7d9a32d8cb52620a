import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Action } from '../../components/action.tsx';
import { Empty } from '../../components/empty.tsx';
import { type Front, sitePattern } from '../../state/page-in-front.ts';
import { tellFailure, tellOutcome } from '../../state/said.ts';
import { say } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useShortcuts } from '../../state/shortcuts.ts';

/** Nothing is known of the page in front: look once, or answer on this site from now on. */
export function SiteAccess({ front }: { front: Front }) {
  if (front.url === null) return <HiddenSite />;
  const pattern = sitePattern(front.url);
  if (pattern === null) return <Empty title={say('site.unreadable')}>{say('site.unreadableWhy')}</Empty>;
  return <NamedSite front={front} url={front.url} pattern={pattern} />;
}

/** The browser says nothing of the tab: only the person's own key or click on the page lets Holdfast near it. */
function HiddenSite() {
  const key = useSignal('');
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      key.value = commands.find(({ name }) => name === 'look')?.shortcut ?? '';
    });
  }, [key]);
  return (
    <Empty title={say('site.notGranted')}>
      {key.value === '' ? say('site.hiddenWhy') : say('site.hiddenKey', key.value)}
    </Empty>
  );
}

type Props = { front: Front; url: string; pattern: string };

function NamedSite({ front: { tab, granted }, url, pattern }: Props) {
  const { calls } = useServices();
  const look = async () => {
    if (tab === null) return;
    const result = await calls.look({ tab });
    if (!result.ok && result.notice.kind === 'forbidden') tellFailure(say('site.lost'));
    else tellOutcome(result, say('site.looked'));
  };
  const grant = async () => {
    // Nothing may be awaited before this call: the browser only asks within the person's own gesture.
    const yes = await browser.permissions.request({ origins: [pattern] });
    if (yes) await look();
  };
  useShortcuts([{ key: 'l', does: 'keys.look', run: () => void look() }]);
  return (
    <Empty title={say(granted ? 'site.nothingYet' : 'site.notGranted')}>
      {say(granted ? 'site.nothingYetWhy' : 'site.notGrantedWhy')}
      <span class="buttons">
        {!granted && (
          <Action look="primary" run={grant}>
            {say('site.grant', new URL(url).hostname)}
          </Action>
        )}
        <Action keyHint="l" run={look}>
          {say('site.look')}
        </Action>
      </span>
    </Empty>
  );
}
