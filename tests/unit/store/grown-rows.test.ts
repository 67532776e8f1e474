import { describe, expect, it } from 'vitest';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { readNouns } from '../../../functions/store/read-nouns.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { pause } from '../../../shared/people/practitioner-moves.ts';
import { isSeatIn } from '../../../shared/requests/request.ts';
import { withNobodyLeft } from '../../../shared/requests/seat-moves.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { grown } from '../../support/grown.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const aTable = async () => {
  const memory = memoryTable();
  const told: string[] = [];
  await memory.commit(
    nounChanges(memory, {
      practitioners: [aPractitioner({ version: 0 })],
      requests: [aRequest({ version: 0 })],
      offers: [anOffer({ version: 0 })],
      matches: [aMatch({ version: 0 })],
    }),
  );
  memory.restore(memory.rows().map((row) => ({ ...row, noun: grown(row['noun']) })));
  return {
    table: { ...memory, setAside: ({ pk }: { readonly pk: string }) => void told.push(pk) },
    told,
    noun: (pk: string) => memory.rows().find((row) => row.pk === pk)?.['noun'],
  };
};

describe('a stored row with one more field', () => {
  it('is listed and not quarantined', async () => {
    const { table, told } = await aTable();
    expect(await practitionerRepository(table).inState('listed')).toHaveLength(1);
    expect(await requestRepository(table).inState('open')).toHaveLength(1);
    expect(await offerRepository(table).pending()).toHaveLength(1);
    expect(await matchRepository(table).inState('agreed')).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('keeps the field when the noun is changed and stored', async () => {
    const { table, noun } = await aTable();
    const practitioners = practitionerRepository(table);
    const paused = pause((await practitioners.findPresent('dpp1'))!, NOW);
    if (!paused.ok) throw new Error('not paused');
    expect(await table.commit([practitioners.save(paused.value, ['listed'])])).toEqual({ committed: true });
    expect(noun('PRACTITIONER#dpp1')).toEqual({
      ...(grown(aPractitioner({ version: 2, updatedAt: NOW })) as object),
      state: 'paused',
    });
  });

  it('keeps the field of a request that is found, changed and stored', async () => {
    const { table, noun } = await aTable();
    const requests = requestRepository(table);
    const request = (await requests.findPresent('req1'))!;
    const [seat] = request.seats.filter(isSeatIn('vacant'));
    const told = withNobodyLeft(request, seat!, NOW);
    expect(await table.commit([requests.save(told, ['open'])])).toEqual({ committed: true });
    const after = withNobodyLeft(aRequest({ version: 2 }), aSeat(), NOW);
    expect(noun('REQUEST#req1')).toEqual(grown(after));
  });

  it('is read beside others that a decision needs, and keeps the field at every depth', async () => {
    const { table, noun } = await aTable();
    const { requests, practitioners, offers, matches } = await readNouns(table, {
      requests: ['req1'],
      practitioners: ['dpp1'],
      offers: ['offer1'],
      matches: ['match1'],
    });
    await table.commit(
      nounChanges(table, {
        requests: [...requests.values()],
        practitioners: [...practitioners.values()],
        offers: [...offers.values()],
        matches: [...matches.values()],
      }),
    );
    expect(noun('REQUEST#req1')).toEqual(grown(aRequest({ version: 2 })));
    expect(noun('PRACTITIONER#dpp1')).toEqual(grown(aPractitioner({ version: 2 })));
    expect(noun('OFFER#offer1')).toEqual(grown(anOffer({ version: 2 })));
    expect(noun('MATCH#match1')).toEqual(grown(aMatch({ version: 2 })));
  });
});
