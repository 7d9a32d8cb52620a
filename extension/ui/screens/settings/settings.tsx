import { SingleKeysSwitch } from '../../components/shortcut-help.tsx';
import { say } from '../../state/say.ts';
import { Mailboxes } from './mailboxes.tsx';
import { OwnYields } from './own-yields.tsx';
import { PolicyForm } from './policy-form.tsx';
import { Sites } from './sites.tsx';

/** This browser's own choices first, then the workspace's rules. */
export function Settings({ admin }: { admin: boolean }) {
  return (
    <div class="settings">
      <h1>{say('nav.settings')}</h1>
      <section aria-labelledby="sites">
        <h2 id="sites">{say('sites.title')}</h2>
        <p class="faint">{say('sites.lead')}</p>
        <Sites />
      </section>
      <section aria-labelledby="mailboxes">
        <h2 id="mailboxes">{say('mailboxes.title')}</h2>
        <p class="faint">{say('mailboxes.lead')}</p>
        <Mailboxes />
      </section>
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">{say('keys.title')}</h2>
        <SingleKeysSwitch />
      </section>
      <section aria-labelledby="counts">
        <h2 id="counts">{say('capture.own')}</h2>
        <p class="faint">{say('capture.ownLead')}</p>
        <OwnYields />
      </section>
      <section aria-labelledby="policy">
        <h2 id="policy">{say('policy.title')}</h2>
        <p class="faint">{say(admin ? 'policy.leadAdmin' : 'policy.lead')}</p>
        <PolicyForm admin={admin} />
      </section>
    </div>
  );
}
