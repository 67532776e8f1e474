import { emailFor } from '../../../shared/notifications/email.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Practitioner, StoredPractitioner } from '../../../shared/people/practitioner.ts';
import { checkedPractitioner, checkedWithoutProof } from '../../../shared/people/practitioner-moves.ts';
import { type ProofFacts, proofOf } from '../../../shared/people/proof-of.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { CheckDeps } from './check-deps.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { askVouchers } from '../vouching/ask-vouchers.ts';

export type CheckRefusal = 'unknown-practitioner' | 'nothing-to-check' | 'number-claimed-twice' | 'busy';

interface Deps extends CheckDeps {
  readonly trust: Pick<OrganisationTrustRepository, 'of'>;
  readonly vouches: VouchRepository;
}

interface Facts extends ProofFacts {
  readonly before: StoredPractitioner | undefined;
}

const nothingKnown: ProofFacts = { domains: [], people: [], vouches: [] };

/** States in which a check lists somebody only if something proves that they work where they say. */
const needsProof = ({ state }: Practitioner): boolean =>
  state === 'awaiting-check' || state === 'awaiting-proof';

/**
 * Records that the team has checked a practitioner in the public register. Lists those who waited for this check if a
 * confirmed domain, the word of a confirmed person or the team's own reason proves that they work where they say.
 * Otherwise asks the people whom the team has confirmed there. The check is due again after 12 months. Idempotent within
 * a day.
 * @param by who checked
 * @param seen what they saw: "annotated as independent prescriber, no conditions"
 * @param proof the team's own reason to believe that the practitioner works where they say
 */
export const recordCheck =
  ({ table, practitioners, trust, vouches, emails, clock, chance }: Deps) =>
  (id: string, by: string, seen: string, proof?: string): Promise<Result<Practitioner, CheckRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, Practitioner, CheckRefusal>({
      table,
      read: async () => {
        const before = await practitioners.find(id);
        if (before === undefined || isErased(before) || !needsProof(before))
          return { before, ...nothingKnown };
        const [{ domains, people }, asked] = await Promise.all([
          trust.of(before.organisation),
          vouches.of(id),
        ]);
        return { before, domains, people, vouches: asked };
      },
      decide: ({ before, ...facts }) => {
        if (before === undefined) return refused('unknown-practitioner');
        if (isErased(before)) return refused('nothing-to-check');
        if (before.claimsNumberOf !== undefined) return refused('number-claimed-twice');
        const { check } = before;
        const isRepeated = check?.by === by && check.seen === seen && londonDay(check.at) === londonDay(now);
        const proved = needsProof(before)
          ? proof === undefined
            ? proofOf(before, facts)
            : 'team'
          : undefined;
        const waits = needsProof(before) && proved === undefined;
        if (isRepeated && (!needsProof(before) || waits)) return accepted({ value: before, changes: [] });
        const checked = waits
          ? checkedWithoutProof(before, { by, seen }, now)
          : checkedPractitioner(before, { by, seen }, now, proved);
        if (!checked.ok) return refused('nothing-to-check');
        const isNew = needsProof(before) || before.provisional;
        const about = { practitionerId: id };
        const audited = chance.id();
        const asks = waits
          ? askVouchers({ emails, vouches }, checked.value, facts.people, facts.vouches, now)
          : [];
        const isAnybodyAsked = asks.length + facts.vouches.length > 0;
        return accepted({
          value: checked.value,
          changes: [
            practitioners.save(checked.value, [before.state]),
            ...(waits
              ? [
                  emails.save(
                    emailFor(
                      'practitioner-waiting-for-proof',
                      `${id}.${audited}`,
                      { ...about, occasion: isAnybodyAsked ? 'asked' : 'nobody' },
                      now,
                    ),
                  ),
                  ...asks,
                ]
              : []),
            ...(isNew && !waits
              ? [emails.save(emailFor('practitioner-checked-and-listed', `${id}.${audited}`, about, now))]
              : []),
            ...teamDecisionRows(
              `practitioner#${id}`,
              now,
              audited,
              { by, why: proof },
              'register-check-recorded',
              { state: checked.value.state, ...(proved === undefined ? {} : { proof: proved }) },
            ),
          ],
        });
      },
    });
  };
