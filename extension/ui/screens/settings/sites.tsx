import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Action } from '../../components/action.tsx';
import { sitePattern } from '../../state/page-in-front.ts';
import { tell, tellFailure } from '../../state/said.ts';
import { say } from '../../state/say.ts';

/** What "everywhere" is to the browser: one optional permission for all sites. */
const everywhere = ['https://*/*', 'http://*/*'];

/** Where the panel answers by itself: site by site, or everywhere once the person accepts it. */
export function Sites() {
  const origins = useSignal<string[]>([]);
  const typed = useSignal('');
  const wrong = useSignal(false);
  useEffect(() => {
    const read = async () => {
      origins.value = (await browser.permissions.getAll()).origins ?? [];
    };
    void read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, [origins]);

  const all = everywhere.every((pattern) => origins.value.includes(pattern));
  const sites = origins.value.filter((pattern) => !everywhere.includes(pattern));
  const add = async (event: Event) => {
    event.preventDefault();
    const text = typed.value.trim();
    const pattern = sitePattern(/^https?:/.test(text) ? text : `https://${text}`);
    wrong.value = pattern === null;
    if (pattern === null) return;
    // The first thing awaited: the browser asks only within the person's own gesture.
    if (await browser.permissions.request({ origins: [pattern] })) typed.value = '';
  };
  const remove = async (pattern: string) => {
    // Sites that the build itself grants cannot be taken back.
    const done = await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
    if (done) tell(say('sites.removed', siteName(pattern)));
    else tellFailure(say('sites.fixed', siteName(pattern)));
  };

  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => {
            const call = event.currentTarget.checked ? 'request' : 'remove';
            void browser.permissions[call]({ origins: everywhere });
          }}
        />
        {say('sites.everywhere')}
      </label>
      <p class="faint">{say('sites.everywhereWhy')}</p>
      {sites.length === 0 && <p class="faint">{say('sites.none')}</p>}
      <ul class="items plain">
        {sites.map((pattern) => (
          <li key={pattern}>
            <span class="address">{siteName(pattern)}</span>
            <Action look="quiet" about={siteName(pattern)} run={() => remove(pattern)}>
              {say('sites.remove')}
            </Action>
          </li>
        ))}
      </ul>
      <form class="fields" onSubmit={add}>
        <label>
          {say('sites.add')}
          <input
            name="site"
            inputMode="url"
            spellcheck={false}
            placeholder="https://mail.…"
            aria-invalid={wrong.value}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="button">
          {say('sites.grant')}
        </button>
      </form>
      {wrong.value && (
        <p class="error" role="alert">
          {say('sites.wrong')}
        </p>
      )}
    </>
  );
}

function siteName(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}
