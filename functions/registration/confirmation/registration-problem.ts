import type { ProblemCode } from '../../../shared/contracts/problems.ts';
import type { ChangeRefusal } from '../../store/change-listing.ts';
import type { Problem } from '../../web/http/http-message.ts';
import { problemOf } from '../../web/http/problem.ts';
import type { ConfirmRefusal } from './confirm-practitioner.ts';
import type { NewAddressRefusal } from './confirm-new-address.ts';
import type { ConfirmRequestRefusal } from './confirm-request.ts';

const codes: Readonly<
  Record<ConfirmRefusal | ConfirmRequestRefusal | NewAddressRefusal | ChangeRefusal, ProblemCode>
> = {
  gone: 'link-not-usable',
  'address-taken': 'already-registered',
  'number-taken': 'number-already-registered',
  'number-taken-elsewhere': 'number-registered-elsewhere',
  'too-many-open': 'too-many-open-requests',
  'too-many-of-employer': 'too-many-unnamed-learners',
  'not-allowed': 'not-possible-now',
  busy: 'busy',
};

/** Returns the problem for a refused confirmation, or for a refused change of a listing or request. */
export const registrationProblem = (refusal: keyof typeof codes): Problem => problemOf(codes[refusal]);
