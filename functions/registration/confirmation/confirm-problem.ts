import type { Problem } from '../../web/http/http-message.ts';
import type { ConfirmRefusal } from './confirm-practitioner.ts';
import type { ConfirmRequestRefusal } from './confirm-request.ts';

/** Words for a refused confirmation. */
export const confirmProblem = (refusal: ConfirmRefusal | ConfirmRequestRefusal): Problem => {
  switch (refusal) {
    case 'gone':
      return { status: 410, code: 'link-not-usable', title: 'This link no longer works' };
    case 'address-taken':
      return {
        status: 409,
        code: 'already-registered',
        title: 'This address is registered already',
        detail:
          'You already have a listing with this address. To change it, open the link in any of our emails or ask the programme team.',
      };
    case 'number-taken':
      return {
        status: 409,
        code: 'number-already-registered',
        title: 'This registration number is listed already',
        detail:
          'Another email address already has a listing with this registration number. If your address has changed, ask the programme team to update it.',
      };
    case 'too-many-open':
      return {
        status: 409,
        code: 'too-many-open-requests',
        title: 'You have 3 open requests already',
        detail:
          'You can have 3 open requests at once. Withdraw one you no longer need, then open this link again.',
      };
    case 'busy':
      return { status: 503, code: 'busy', title: 'Try again in a moment' };
  }
};
