import type { Problem } from '../../web/http/http-message.ts';
import type { ChangeRefusal } from '../../store/change-listing.ts';
import { confirmProblem } from '../confirmation/confirm-problem.ts';

/** Why a change to a listing could not be made, in words. */
export const manageProblem = (refusal: ChangeRefusal | 'number-taken'): Problem => {
  switch (refusal) {
    case 'not-allowed':
      return {
        status: 409,
        code: 'not-possible-now',
        title: 'This is not possible now',
        detail: 'Your listing has changed since this page was opened. Open it again to see how things stand.',
      };
    case 'gone':
    case 'busy':
    case 'number-taken':
      return confirmProblem(refusal);
  }
};
