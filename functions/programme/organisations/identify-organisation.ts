import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { newOrganisation } from '../../../shared/people/new-organisation.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import { knownOrganisationRef } from '../../../shared/systems/organisations/known-organisation-ref.ts';
import { hasLead, withoutLead } from '../../../shared/people/lead-moves.ts';
import type {
  OrganisationTrust,
  OrganisationTrustRepository,
} from '../../store/repositories/organisation-trust-repository.ts';
import { movedTrust } from './moved-trust.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { Change } from '../../store/table/table.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { type MovedCounts, moveReferences } from './move-references.ts';

interface Identity {
  readonly id: string;
  readonly by: string;
  /** A code of the system's list, or the id of another organisation; the same id if it is in no list. */
  readonly as: string;
}

type Refused = 'unknown-organisation' | 'neither-a-code-nor-an-organisation' | 'already-merged' | 'busy';

/** The organisation that everything moves to: its reference, and its row if it has one. */
interface Target {
  readonly ref: OrganisationRef;
  readonly row: Organisation | undefined;
  /** Place of the organisation's own record in the list. */
  readonly place?: string;
}

/** The organisation that it is, and the numbers of records that now refer to that one. */
interface Identified extends MovedCounts {
  readonly id: string;
  readonly as: string;
  readonly name: string;
}

/** A decision: the organisation as it was typed, and the one that it is. */
interface Which {
  readonly from: OrganisationRef;
  readonly to: OrganisationRef;
}

const noReferences: MovedCounts = { practitioners: 0, requests: 0, matches: 0, ledger: 0 };

/** Takes the confirmed lead of the organisation to the one that it is, unless that one has a lead already. */
const withLeadOf = (from: Organisation, to: Organisation): Organisation => {
  const { leadName, leadEmail, leadConfirmedAt } = from;
  return hasLead(to) || !hasLead(from) || leadEmail === undefined || leadConfirmedAt === undefined
    ? to
    : {
        ...to,
        ...(leadName === undefined ? {} : { leadName }),
        leadEmail,
        leadConfirmedAt,
        digests: from.digests,
      };
};

const mergedInto = (from: Organisation, into: string): Organisation => ({
  ...withoutLead(from),
  mergedInto: into,
});

interface Deps extends OrganisationDeps {
  readonly trust: OrganisationTrustRepository;
}

/**
 * Says which organisation a typed one is: one of the system's list, another that somebody typed, or none. What refers
 * to it then refers to the other: practitioners, requests, matches and the ledger, so that its balance moves too. Safe
 * to repeat: a run that was stopped goes on.
 */
export const identifyOrganisation = (deps: Deps) => {
  const { table, organisations, clock, chance } = deps;

  const targetOf = async (as: string): Promise<Target | undefined> => {
    const index = await deps.knownOrganisations();
    const known = index.find(as);
    if (known !== undefined) {
      const ref = knownOrganisationRef(index, known);
      return {
        ref,
        row: await organisations.find(ref.id),
        ...(known.place === '' ? {} : { place: known.place }),
      };
    }
    const row = await organisations.find(as);
    return row === undefined || row.mergedInto !== undefined ? undefined : { ref: organisationRef(row), row };
  };

  const audit = (id: string, now: string, by: string, action: string, as: string): readonly Change[] =>
    teamDecisionRows(`organisation#${id}`, now, chance.id(), { by }, action, { as });

  const decideWhich = ({ id, by, as }: Identity, now: string) =>
    decideAndCommit<
      {
        readonly from: Organisation | undefined;
        readonly target: Target | undefined;
        /** Confirmed domains and people of the typed organisation, and of the organisation that it is. */
        readonly trusted: readonly [OrganisationTrust, OrganisationTrust];
      },
      Which,
      Refused
    >({
      table,
      read: async () => {
        const [from, target] = await Promise.all([organisations.find(id), targetOf(as)]);
        const trusted = await Promise.all([
          deps.trust.of({ id }),
          target === undefined ? { domains: [], people: [] } : deps.trust.of({ id: target.ref.id }),
        ]);
        return { from, target, trusted };
      },
      decide: ({ from, target, trusted }) => {
        if (from === undefined) return refused('unknown-organisation');
        if (target === undefined) return refused('neither-a-code-nor-an-organisation');
        const { ref, row, place } = target;
        const which = { from: organisationRef(from), to: ref };
        if (from.mergedInto === ref.id) return accepted({ value: which, changes: [] });
        if (from.mergedInto !== undefined) return refused('already-merged');
        if (ref.id === id)
          return accepted({
            value: which,
            changes: [
              organisations.save({ ...from, identifiedAt: now }),
              ...audit(id, now, by, 'organisation-identified', ref.id),
            ],
          });
        const after = withLeadOf(from, row ?? newOrganisation(ref, place ?? from.place, now));
        return accepted({
          value: which,
          changes: [
            organisations.save(mergedInto(from, ref.id)),
            ...(after === row ? [] : [organisations.save(after)]),
            ...movedTrust({ table, trust: deps.trust, to: ref.id, now, occasion: chance.id() }, ...trusted),
            ...audit(id, now, by, 'organisation-merged', ref.id),
          ],
        });
      },
    });

  return async (identity: Identity): Promise<Result<Identified, Refused>> => {
    const decided = await decideWhich(identity, clock.now());
    if (!decided.ok) return decided;
    const { from, to } = decided.value;
    const moved = from.id === to.id ? noReferences : await moveReferences(deps)(identity.by, from, to);
    return accepted({ id: from.id, as: to.id, name: to.name, ...moved });
  };
};
