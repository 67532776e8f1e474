import { describe, expect, it } from 'vitest';
import { organisationFigures } from '../../../shared/insights/organisation-figures.ts';
import { hostingBalances } from '../../../shared/insights/hosting-balances.ts';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import { balanceKey, seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { balances } from '../../../shared/matching/reciprocity.ts';
import { contributionsOf } from '../../../shared/matching/criteria/contributions.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { possibleSwaps } from '../../../shared/insights/possible-swaps.ts';
import { learnerOutcomes } from '../../../shared/rounds/learner-outcomes.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { knownOrganisationRef } from '../../../shared/systems/organisations/known-organisation-ref.ts';
import { aMatch, aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const index = organisationIndexOf(kentAndMedwayOrganisations);
const ref = (code: string) => knownOrganisationRef(index, index.find(code)!);
/** Three pharmacies of one owner, under three names, and a pharmacy of another. */
const [ferris, courts, paydens, boots] = ['FCA09', 'FH765', 'FPP49', 'FH330'].map(ref) as [
  ReturnType<typeof ref>,
  ReturnType<typeof ref>,
  ReturnType<typeof ref>,
  ReturnType<typeof ref>,
];
const owner = { id: 'ods-p74h', name: 'Paydens' };

describe('one owner with 27 trading names', () => {
  it('is one employer, with the name that people know', () => {
    const owned = index.organisations.filter((one) => one.owner === 'P74H' && one.status !== 'closed');
    expect(new Set(owned.map(({ name }) => name)).size).toBe(27);
    for (const { code } of owned) expect(ref(code).employer).toEqual(owner);
  });

  it('owes itself nothing: a learner of one pharmacy in another is its own', () => {
    const entries = ledgerHistoryOf(aMatch({ home: ferris, host: courts }));
    expect(entries.map(({ side }) => side)).toEqual(['own']);
    expect(hostingBalances(entries)).toMatchObject([
      { organisationId: owner.id, name: owner.name, hosted: 0, placed: 0, own: 1 },
    ]);
    expect(balances(entries, TODAY, policy)).toEqual({});
  });

  it('is owed by another for learners in any of its pharmacies', () => {
    const entries = [ferris, courts, paydens].flatMap((host, at) =>
      ledgerHistoryOf(aMatch({ id: `match${at}`, requestId: `request${at}`, home: boots, host })),
    );
    expect(balances(entries, TODAY, policy)[balanceKey(owner.id, 'ods-p08f')]).toBe(3);
    expect(hostingBalances(entries)[0]).toMatchObject({ organisationId: owner.id, hosted: 3 });
  });

  it('has one ledger', async () => {
    const table = memoryTable();
    const ledger = ledgerRepository(table);
    for (const [at, host] of [ferris, courts].entries())
      await table.commit(
        ledgerHistoryOf(aMatch({ id: `match${at}`, home: boots, host })).map((entry) => ledger.append(entry)),
      );
    const entries = await ledger.of(owner.id);
    expect(entries.map(({ organisation }) => organisation.id)).toEqual([ferris.id, courts.id]);
    const figures = (one: typeof ferris) =>
      organisationFigures(
        { id: one.id, employerId: owner.id },
        { practitioners: [], requests: [], ledger: entries, swaps: [] },
        TODAY,
        kentAndMedway,
      ).hostingBalance;
    expect(figures(ferris)).toEqual(figures(paydens));
  });

  it('counts as the learner’s own employer where its DPPs are judged', () => {
    const request = aRequest({ organisation: courts });
    const query = seatQueryOf(request, aSeat(), policy, TODAY, noContext);
    const judged = (organisation: typeof ferris) =>
      contributionsOf(query, aPractitioner({ organisation })).find(
        ({ criterion }) => criterion === 'give-and-take',
      )?.facts;
    expect(judged(ferris)).toMatchObject({ own: 'yes' });
    expect(judged(boots)).toMatchObject({ own: 'no' });
  });

  it('is not asked to swap with itself, and swaps as one', () => {
    const request = (organisation: typeof ferris) => aRequest({ id: organisation.id, organisation });
    const practitioners = [ferris, boots].map((organisation) =>
      aPractitioner({ id: `dpp-${organisation.id}`, organisation }),
    );
    const requests = [courts, paydens, boots].map(request);
    const swaps = possibleSwaps({ requests, practitioners }, policy, TODAY, noContext).get(owner.id) ?? [];
    expect(swaps.map(({ partner, theyCanHost }) => [partner, theyCanHost.length])).toEqual([
      [{ id: 'ods-p08f', name: 'Boots' }, 2],
    ]);
  });

  it('has DPPs of its own for a learner of any of its pharmacies in a round', () => {
    const [learner] = learnerOutcomes(
      {
        day: TODAY,
        requests: [aRequest({ organisation: ferris, seats: [aSeat()] })],
        practitioners: [aPractitioner({ organisation: courts })],
        kept: [],
        balances: {},
        carriedOver: [],
      },
      [],
      new Map(),
    );
    expect(learner).toMatchObject({ organisationId: owner.id, ownDpps: true });
  });
});
