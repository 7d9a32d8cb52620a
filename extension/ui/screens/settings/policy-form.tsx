import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { policyInForce } from '../../../db/queries/policy-in-force.ts';
import { draftOf, type PolicyDraft, type PolicyList, policyOf } from '../../state/policy-draft.ts';
import { tellOutcome } from '../../state/said.ts';
import { say, sayList, type WordKey } from '../../state/say.ts';
import { useServices } from '../../state/services.ts';
import { useLiveQuery } from '../../state/use-live-query.ts';

const lists: { name: PolicyList; title: WordKey; why: WordKey }[] = [
  { name: 'ownDomains', title: 'policy.ownDomains.title', why: 'policy.ownDomains.why' },
  { name: 'neverAddresses', title: 'policy.neverAddresses.title', why: 'policy.neverAddresses.why' },
  { name: 'neverDomains', title: 'policy.neverDomains.title', why: 'policy.neverDomains.why' },
  { name: 'neverSites', title: 'policy.neverSites.title', why: 'policy.neverSites.why' },
  { name: 'freemailAlso', title: 'policy.freemailAlso.title', why: 'policy.freemailAlso.why' },
  { name: 'freemailNot', title: 'policy.freemailNot.title', why: 'policy.freemailNot.why' },
];

/** The capture policy of the workspace: for admins to change, for the others to read. */
export function PolicyForm({ admin }: { admin: boolean }) {
  const { calls } = useServices();
  const live = useLiveQuery(policyInForce, 'policy');
  const draft = useSignal<PolicyDraft | null>(null);
  const touched = useSignal(false);
  const wrong = useSignal<string[]>([]);
  const inForce = live.kind === 'ready' ? live.value : null;
  useEffect(() => {
    // A colleague's change arrives at any time; what is being typed here is not to vanish under it.
    if (inForce !== null && !touched.value) draft.value = draftOf(inForce);
  }, [inForce, draft, touched]);

  const change = (part: Partial<PolicyDraft>) => {
    if (draft.value === null) return;
    touched.value = true;
    draft.value = { ...draft.value, ...part };
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (draft.value === null) return;
    const parsed = policyOf(draft.value);
    wrong.value = parsed.kind === 'wrong' ? parsed.entries : [];
    if (parsed.kind === 'wrong') return;
    if (tellOutcome(await calls.setPolicy(parsed.policy), say('policy.saved'))) touched.value = false;
  };

  const shown = draft.value;
  if (shown === null) return <p class="faint">{say('panel.reading')}</p>;
  return (
    <form class="policy" onSubmit={save}>
      <div class="policy-lists">
        {lists.map(({ name, title, why }) => (
          <label key={name}>
            {say(title)}
            <span class="faint">{say(why)}</span>
            <textarea
              name={name}
              rows={3}
              spellcheck={false}
              readOnly={!admin}
              value={shown[name]}
              onInput={(event) => change({ [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={shown.keepSubject}
          disabled={!admin}
          onChange={(event) => change({ keepSubject: event.currentTarget.checked })}
        />
        {say('policy.keepSubject')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={shown.keepPath}
          disabled={!admin}
          onChange={(event) => change({ keepPath: event.currentTarget.checked })}
        />
        {say('policy.keepPath')}
      </label>
      {wrong.value.length > 0 && (
        <p class="error" role="alert">
          {say('policy.wrong', sayList(wrong.value))}
        </p>
      )}
      {admin && (
        <button type="submit" class="button primary" disabled={!touched.value}>
          {say('policy.save')}
        </button>
      )}
    </form>
  );
}
