import { mailboxOf } from '../kernel/mailbox.ts';
import { canonicalNumber } from '../people/canonical-number.ts';
import { checkRegistrationNumber } from '../people/registration-number.ts';
import type { RegulatorId } from '../reference/professions.ts';
import type { SupervisionRequest } from './request.ts';

/** By what the learner of a request is recognised. */
export interface LearnerIdentity {
  /** The learner's number in the register of their regulator, whatever the profession. */
  readonly number?: { readonly regulator: RegulatorId; readonly number: string };
  /** The mailbox of a learner who asks for themselves. */
  readonly mailbox?: string;
}

type Asked = Pick<SupervisionRequest, 'requestedBy' | 'email' | 'profession' | 'registrationNumber'>;

/**
 * Says by what the learner of a request is recognised: by their register number and, if they ask for themselves, by their
 * mailbox. Empty for a learner without a number for whom an employer asks: such learners are counted by employer.
 */
export const learnerIdentity = ({
  requestedBy,
  email,
  profession,
  registrationNumber,
}: Asked): LearnerIdentity => {
  const checked =
    registrationNumber === undefined ? undefined : checkRegistrationNumber(profession, registrationNumber);
  return {
    ...(checked?.ok === true
      ? {
          number: {
            regulator: checked.value.regulator,
            number: canonicalNumber(checked.value.regulator, checked.value.number),
          },
        }
      : {}),
    ...(requestedBy === 'learner' ? { mailbox: mailboxOf(email) } : {}),
  };
};

/** Whether the learner of a request cannot be recognised, so that only the employer's number of learners counts. */
export const isUnknownLearner = (request: Asked): boolean => {
  const { number, mailbox } = learnerIdentity(request);
  return number === undefined && mailbox === undefined;
};
