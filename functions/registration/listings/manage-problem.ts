import type { Problem } from '../../web/http/http-message.ts';
import type { ChangeRefusal } from '../../store/change-listing.ts';
import { confirmProblem } from '../confirmation/confirm-problem.ts';

/** Words for a refused change to a listing. */
export const manageProblem = (refusal: ChangeRefusal | 'number-taken'): Problem => {
  switch (refusal) {
    case 'not-allowed':
      return {
        status: 409,
        code: 'not-possible-now',
        title: 'This is not possible now',
        detail:
          'Your listing has changed since you opened this page. Open the page again to see the changes.',
      };
    case 'gone':
    case 'busy':
    case 'number-taken':
      return confirmProblem(refusal);
  }
};
