import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { hasLead } from '../../../shared/people/lead-moves.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { organisationNamed } from './organisation-named.ts';
import type { TrustDeps } from './trust-deps.ts';

interface Allowance {
  /** Code or id of the organisation. */
  readonly organisation: string;
  /** Number of learners without a number for whom requests may be open at once. */
  readonly most: number;
  readonly by: string;
}

type Refused = 'unknown-organisation' | 'no-confirmed-lead' | 'busy';

/**
 * Records for how many learners without a registration number an organisation may have open requests at once, as its
 * confirmed lead has told the team. Idempotent.
 */
export const allowLearners =
  (deps: Pick<TrustDeps, 'table' | 'organisations' | 'knownOrganisations' | 'clock' | 'chance'>) =>
  ({ organisation: named, most, by }: Allowance): Promise<Result<object, Refused>> => {
    const { table, organisations, clock, chance } = deps;
    const now = clock.now();
    return decideAndCommit<Organisation | undefined, object, Refused>({
      table,
      read: () => organisationNamed(deps)(named, now),
      decide: (organisation) => {
        if (organisation === undefined) return refused('unknown-organisation');
        if (!hasLead(organisation)) return refused('no-confirmed-lead');
        const value = { id: organisation.id, name: organisation.name, learnersAtOnce: most };
        return organisation.learnersAtOnce === most
          ? accepted({ value, changes: [] })
          : accepted({
              value,
              changes: [
                organisations.save({ ...organisation, learnersAtOnce: most }),
                ...teamDecisionRows(
                  `organisation#${organisation.id}`,
                  now,
                  chance.id(),
                  { by },
                  'learners-allowed',
                  { most },
                ),
              ],
            });
      },
    });
  };
