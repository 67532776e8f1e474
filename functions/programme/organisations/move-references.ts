import { accepted } from '../../../shared/kernel/result.ts';
import { movedExchange } from '../../../shared/matches/ledger.ts';
import { employerRefOf } from '../../../shared/people/employer-ref-of.ts';
import type { Vouch } from '../../../shared/people/vouch.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { Change } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { referencesTo } from './references-to.ts';

/** Numbers of records that were moved. */
export interface MovedCounts {
  readonly practitioners: number;
  readonly requests: number;
  readonly matches: number;
  readonly ledger: number;
}

/**
 * Makes everything that refers to one organisation refer to another: practitioners with what confirmed people were asked
 * about them, requests, matches and the entries of both sides in the ledger. Each record is one commit. Idempotent: a run that was stopped is repeated.
 * @throws Error if a record changed too often to be moved
 */
export const moveReferences = (deps: OrganisationDeps) => {
  const { table, practitioners, requests, matches, ledger, vouches, clock, chance } = deps;

  const moveOne = async <Noun>(
    find: () => Promise<Noun | undefined>,
    changesFor: (noun: Noun) => readonly Change[],
  ): Promise<number> => {
    const moved = await decideAndCommit<Noun | undefined, number, never>({
      table,
      read: find,
      decide: (noun) => {
        const changes = noun === undefined ? [] : changesFor(noun);
        return accepted({ value: changes.length === 0 ? 0 : 1, changes });
      },
    });
    if (!moved.ok) throw new Error('a record changed too often to be moved: repeat the command');
    return moved.value;
  };

  const each = async <Noun>(
    nouns: readonly Noun[],
    move: (noun: Noun) => Promise<number>,
  ): Promise<number> => {
    let count = 0;
    for (const noun of nouns) count += await move(noun);
    return count;
  };

  /** Files questions under the other organisation, unless the same person was asked there already. */
  const movedVouches = (asked: readonly Vouch[], from: string, to: string): readonly Change[] =>
    asked
      .filter(({ organisationId }) => organisationId === from)
      .filter(({ personId }) => !asked.some((one) => one.organisationId === to && one.personId === personId))
      .flatMap((vouch) => vouches.moved(vouch, to));

  return async (by: string, from: OrganisationRef, to: OrganisationRef): Promise<MovedCounts> => {
    const now = clock.now();
    const isFrom = ({ id }: { readonly id: string }) => id === from.id;
    const moved = (organisation: OrganisationRef) => (isFrom(organisation) ? to : organisation);
    const audit = (subject: string): readonly Change[] =>
      teamDecisionRows(subject, now, chance.id(), { by }, 'organisation-merged', {
        from: from.id,
        as: to.id,
      });

    const found = await referencesTo(deps, isFrom);
    const counts = {
      practitioners: await each(found.practitioners, ({ id }) =>
        moveOne(
          async () => {
            const noun = await practitioners.findPresent(id);
            return noun === undefined ? undefined : { noun, asked: await vouches.of(id) };
          },
          ({ noun, asked }) =>
            isFrom(noun.organisation)
              ? [
                  // Keeps the questions to confirmed people about the DPP, so that their links still work.
                  ...movedVouches(asked, from.id, to.id),
                  practitioners.save({ ...noun, organisation: to }),
                  ...audit(`practitioner#${id}`),
                ]
              : [],
        ),
      ),
      requests: await each(found.requests, ({ id }) =>
        moveOne(
          () => requests.findPresent(id),
          (noun) =>
            isFrom(noun.organisation)
              ? [requests.save({ ...noun, organisation: to }), ...audit(`request#${id}`)]
              : [],
        ),
      ),
      matches: await each(found.matches, ({ id }) =>
        moveOne(
          () => matches.find(id),
          (match) =>
            isFrom(match.home) || isFrom(match.host)
              ? [
                  matches.save({ ...match, home: moved(match.home), host: moved(match.host) }),
                  ...audit(`match#${id}`),
                ]
              : [],
        ),
      ),
    };
    // Last, because a match that ends meanwhile writes entries for the organisation that the match names.
    const entries = (await ledger.of(employerRefOf(from).id)).filter(
      ({ organisation, counterpart }) => isFrom(organisation) || isFrom(counterpart),
    );
    for (const entry of entries) {
      const { before, after } = movedExchange(entry, from.id, to);
      await table.commit(ledger.replace(before, after));
    }
    return { ...counts, ledger: entries.length };
  };
};
