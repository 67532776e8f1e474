import { approverInWords } from '../../../shared/people/named-people.ts';
import { domainOf, kindOfDomain, kindOfDomainInWords } from '../../../shared/people/mail-domain.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { regulatorOf } from '../../../shared/reference/regulators.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';

/** Data that the team needs to look up a practitioner in a register. */
export interface CheckWanted {
  readonly id: string;
  readonly why:
    'new' | 'number-claimed-twice' | 'waiting-for-proof' | 'changed' | 'listed-unchecked' | 'due-again';
  readonly name: string;
  readonly profession: string;
  readonly registrationNumber: string;
  readonly register: string;
  readonly email: string;
  /** The kind of the address's domain, in words. */
  readonly domain: string;
  readonly organisation: string;
  /** The person who, the practitioner says, approves at their employer. */
  readonly approver: string | undefined;
  /** Professions that the practitioner wants to supervise. */
  readonly supervises: readonly string[];
  readonly annotationYear: number | undefined;
  readonly yearsPrescribing: number;
  readonly patientFacing: boolean;
  readonly flags: readonly string[];
  readonly justification: string | undefined;
  readonly conflictsDeclared: string | undefined;
  readonly since: string;
}

const whyOf = (practitioner: Practitioner, today: Day): CheckWanted['why'] | undefined => {
  if (practitioner.claimsNumberOf !== undefined) return 'number-claimed-twice';
  if (practitioner.state === 'awaiting-check') return 'new';
  if (practitioner.state === 'awaiting-proof') return 'waiting-for-proof';
  if (practitioner.recheck !== undefined || practitioner.organisationChangedAt !== undefined)
    return 'changed';
  if (practitioner.provisional) return 'listed-unchecked';
  return practitioner.check !== undefined && practitioner.check.dueOn <= today ? 'due-again' : undefined;
};

interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly trust: Pick<OrganisationTrustRepository, 'domainOf'>;
}

const domainInWords = async (
  { trust }: Pick<Deps, 'trust'>,
  { email, organisation }: Practitioner,
): Promise<string> => {
  const domain = domainOf(email);
  const own = (await trust.domainOf(organisation, domain)).map((row) => row.domain);
  return kindOfDomainInWords[kindOfDomain(domain, own)];
};

/**
 * Lists practitioners whose register entry must be checked: first those who have never been checked, then those who
 * have waited longest.
 */
export const listChecks =
  ({ practitioners, trust }: Deps) =>
  async (today: Day): Promise<readonly CheckWanted[]> => {
    const lists = await Promise.all(
      (['awaiting-check', 'listed', 'paused', 'unlisted', 'awaiting-proof'] as const).map((state) =>
        practitioners.inState(state),
      ),
    );
    const wanted = lists.flat().flatMap((practitioner) => {
      const why = whyOf(practitioner, today);
      return why === undefined ? [] : [{ practitioner, why }];
    });
    return Promise.all(
      wanted.map(async ({ practitioner, why }) => ({
        id: practitioner.id,
        why,
        name: practitioner.name,
        profession: practitioner.profession,
        registrationNumber: practitioner.registrationNumber,
        email: practitioner.email,
        domain: await domainInWords({ trust }, practitioner),
        organisation: `${practitioner.organisation.name} (${practitioner.organisation.id})`,
        approver: approverInWords(practitioner),
        supervises: practitioner.supervisesProfessions,
        register: regulatorOf(practitioner.regulator).registerUrl,
        annotationYear: practitioner.annotationYear,
        yearsPrescribing: practitioner.yearsPrescribing,
        patientFacing: practitioner.patientFacing,
        flags: practitioner.flags,
        justification: practitioner.justification,
        conflictsDeclared: practitioner.conflictsDeclared,
        since: practitioner.confirmedAt,
      })),
    );
  };
