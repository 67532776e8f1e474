import { sameMailbox } from './same-person.ts';
import type { Practitioner } from './practitioner.ts';

/** Role in which a listing names somebody: who agreed for the employer, or who could step in. */
export type NamedRole = 'approver' | 'back-up';

/** A person whom a listing names with an address. */
export interface NamedPerson {
  readonly roles: readonly NamedRole[];
  readonly name: string | undefined;
  readonly email: string;
}

type Naming = Pick<Practitioner, 'employerApprover' | 'employerApproverEmail' | 'backUpName' | 'backUpEmail'>;

/** Lists the people whom a listing names with an address, each mailbox once. */
export const namedPeople = ({
  employerApprover,
  employerApproverEmail,
  backUpName,
  backUpEmail,
}: Naming): readonly NamedPerson[] => {
  const approver: NamedPerson[] =
    employerApproverEmail === undefined
      ? []
      : [{ roles: ['approver'], name: employerApprover, email: employerApproverEmail }];
  if (backUpEmail === undefined) return approver;
  return sameMailbox(backUpEmail, employerApproverEmail)
    ? approver.map((one) => ({ ...one, roles: ['approver', 'back-up'] }))
    : [...approver, { roles: ['back-up'], name: backUpName, email: backUpEmail }];
};

/** The person who agreed for the employer, as the team reads it; undefined if nobody is named. */
export const approverInWords = ({ employerApprover, employerApproverEmail }: Naming): string | undefined =>
  employerApprover === undefined && employerApproverEmail === undefined
    ? undefined
    : [employerApprover, employerApproverEmail].filter((part) => part !== undefined).join(', ');

/** Removes the name and address of a person from a listing that names them. */
export const withoutNamed = (practitioner: Practitioner, { roles }: NamedPerson): Practitioner => {
  const { employerApprover, employerApproverEmail, backUpName, backUpEmail, ...rest } = practitioner;
  return {
    ...rest,
    ...(roles.includes('approver')
      ? {}
      : {
          ...(employerApprover === undefined ? {} : { employerApprover }),
          ...(employerApproverEmail === undefined ? {} : { employerApproverEmail }),
        }),
    ...(roles.includes('back-up')
      ? {}
      : {
          ...(backUpName === undefined ? {} : { backUpName }),
          ...(backUpEmail === undefined ? {} : { backUpEmail }),
        }),
  };
};
