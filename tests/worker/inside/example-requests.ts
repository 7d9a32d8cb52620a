import { randomId } from '../../../shared/domain/ids.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { dayOf } from '../../../shared/yield/yield-counts.ts';
import type { Access } from '../../../worker/src/access.ts';
import { account, command, touch, write } from '../made-up-operations.ts';
import { yieldOf } from '../made-up-yields.ts';

/** Ids that a request names; made up where they are not given. */
export type Named = { account?: string; touch?: string; member?: string; nonce?: string };

/** A body that this route understands, so that what refuses it is who asks and not what they sent. */
export function exampleBody({ method, path }: Access, named: Named): unknown {
  const {
    account: some = randomId(),
    touch: mail = randomId(),
    member = randomId(),
    nonce = 'nonce',
  } = named;
  switch (`${method} ${path}`) {
    case 'POST /v1/workspaces': {
      const admin = { name: 'Vera Novak', email: 'vera.novak@tidewater.test' };
      return { name: 'Tidewater Tools', slug: 'tidewater', ownDomains: [], admin };
    }
    case 'POST /v1/join':
      return { proto: 1, deviceName: 'Laptop' };
    case 'POST /v1/re-enrol':
      return { proto: 3, last: null, waiting: 0 };
    case 'POST /v1/look-up':
      return { proto: 3, epoch: 1, view: 1, beginnings: [some.slice(0, 4), mail.slice(0, 4)] };
    case 'POST /v1/push': {
      const operations = [
        command({ name: 'take-account', account: some }),
        command({ name: 'withdraw-touch', touch: mail }),
        command({ name: 'unlink-touch', touch: mail }),
        write(account(randomId()), touch(randomId())),
      ];
      return { proto: 1, epoch: 1, from: null, operations };
    }
    case 'POST /v1/invitations':
      return { name: 'Nils Other', email: 'nils.other@tidewater.test', role: 'admin', manager: member };
    case 'POST /v1/members/:member/status':
      return { status: 'departed' };
    case 'POST /v1/members/:member/role':
      return { role: 'admin' };
    case 'PUT /v1/policy':
      return { ...defaultPolicy, keepSubject: false };
    case 'POST /v1/yields':
      return { rows: [yieldOf(dayOf(Date.now()))] };
    case 'POST /v1/quarantine':
      return { nonce, operations: [] };
    case 'POST /v1/wiped':
      return { nonce };
    default:
      return undefined;
  }
}
