import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson, OrganisationRole } from '../../../shared/people/organisation-person.ts';
import { isOfOrganisation } from '../../../shared/people/is-confirmed-for.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Vouch } from '../../../shared/people/vouch.ts';
import { askVouchers } from '../vouching/ask-vouchers.ts';
import { isActiveLead, ledBy, withoutLead } from '../../../shared/people/lead-moves.ts';
import { leadEmail } from '../../store/lead-changes.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { organisationPersonId } from '../../store/repositories/organisation-trust-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

interface Confirmation {
  /** Code or id of the organisation. */
  readonly organisation: string;
  readonly role: OrganisationRole;
  readonly email: string;
  /** May be left out for somebody who was named already. */
  readonly name: string | undefined;
  /** Names the evidence that the team recorded: "called on the telephone number of the public register". */
  readonly how: string;
  readonly by: string;
  /** Whether a lead who is confirmed already is replaced. */
  readonly replaces: boolean;
}

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly people: readonly OrganisationPerson[];
  /** The DPPs of the organisation who wait for a proof, each with what was asked about them. */
  readonly waiting: readonly { readonly practitioner: Practitioner; readonly asked: readonly Vouch[] }[];
}

/** Maximum number of DPPs about whom a person is asked when they are confirmed. */
const MOST_WAITING = 10;

type Refused = 'unknown-organisation' | 'name-missing' | 'another-lead-is-confirmed' | 'busy';

/**
 * Confirms that somebody is the prescribing lead of an organisation, or works there and may vouch for others. An
 * organisation has one confirmed lead: the former one is replaced if the command says so. A lead receives something only
 * when they have confirmed their own address too; both of them are told. Asks the
 * person about the DPPs of the organisation who wait for a proof. Idempotent.
 */
export const confirmPerson =
  (deps: TrustDeps) =>
  ({
    organisation: named,
    role,
    email,
    name: givenName,
    how,
    by,
    replaces,
  }: Confirmation): Promise<Result<OrganisationPerson, Refused>> => {
    const { table, organisations, trust, practitioners, vouches, clock, chance } = deps;
    const now = clock.now();
    const id = organisationPersonId(role, email);

    return decideAndCommit<Facts, OrganisationPerson, Refused>({
      table,
      read: async () => {
        const organisation = await organisationNamed(deps)(named, now);
        const people = organisation === undefined ? [] : (await trust.of({ id: organisation.id })).people;
        const waiting = (await practitioners.inState('awaiting-proof'))
          .filter((one) => organisation !== undefined && isOfOrganisation(one.organisation, organisation.id))
          .slice(0, MOST_WAITING);
        return {
          organisation,
          people,
          waiting: await Promise.all(
            waiting.map(async (practitioner) => ({
              practitioner,
              asked: await vouches.of(practitioner.id),
            })),
          ),
        };
      },
      decide: ({ organisation, people, waiting }) => {
        if (organisation === undefined) return refused('unknown-organisation');
        const known = people.find((person) => person.id === id);
        const name = givenName ?? known?.name;
        if (name === undefined) return refused('name-missing');
        if (known?.state === 'confirmed' && known.name === name)
          return accepted({ value: known, changes: [] });
        const former =
          role === 'lead'
            ? people.find(
                (person) => person.role === 'lead' && person.state === 'confirmed' && person.id !== id,
              )
            : undefined;
        if (former !== undefined && !replaces) return refused('another-lead-is-confirmed');
        const confirmed: OrganisationPerson = {
          ...(known ?? { id, version: 0, organisationId: organisation.id, role, proposedAt: now }),
          name,
          email,
          state: 'confirmed',
          how,
          decidedBy: by,
          decidedAt: now,
        };
        // A lead receives nothing before they have confirmed that the address is theirs.
        const led =
          role !== 'lead'
            ? organisation
            : isActiveLead(confirmed)
              ? ledBy(organisation, confirmed, now)
              : withoutLead(organisation);
        const occasion = chance.id();
        const audit = (action: string) =>
          teamDecisionRows(`organisation#${organisation.id}`, now, chance.id(), { by }, action, { role });
        return accepted({
          value: confirmed,
          changes: [
            // Saves the organisation with its lead, so that two leads confirmed at the same time conflict.
            ...(role === 'lead' || organisation.version === 0 ? [organisations.save(led)] : []),
            trust.savePerson(confirmed),
            ...waiting.flatMap(({ practitioner, asked }) =>
              askVouchers(deps, practitioner, [confirmed], asked, now),
            ),
            ...audit('organisation-person-confirmed'),
            ...(role === 'lead'
              ? [
                  leadEmail(
                    table,
                    isActiveLead(confirmed) ? 'lead-confirmed' : 'lead-named',
                    confirmed,
                    now,
                    occasion,
                  ),
                ]
              : []),
            ...(former === undefined
              ? []
              : [
                  trust.savePerson({ ...former, state: 'replaced', decidedBy: by, decidedAt: now }),
                  leadEmail(table, 'lead-replaced', former, now, occasion),
                  ...audit('organisation-person-replaced'),
                ]),
          ],
        });
      },
    });
  };
