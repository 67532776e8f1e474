import { describe, expect, it } from 'vitest';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { aMatch, anOffer, aPractitioner, aRequest } from '../../support/builders.ts';
import { anOrganisation } from '../../support/email-samples.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const MONDAY = '2026-11-23T07:30:00.000Z';

const aWeek = async () => {
  const outbox = anOutbox();
  outbox.at(MONDAY);
  await outbox.given(
    outbox.practitioners.save(aPractitioner({ version: 0, placesOffered: 3 })),
    outbox.practitioners.save(aPractitioner({ version: 0, id: 'dpp2', state: 'awaiting-check' })),
    outbox.requests.save(aRequest({ version: 0 })),
    outbox.offers.save(
      anOffer({
        version: 0,
        state: 'declined',
        decidedAt: '2026-11-20T12:00:00.000Z',
        declineReason: 'no-time',
      }),
    ),
    outbox.offers.save(
      anOffer({
        version: 0,
        id: 'old',
        state: 'declined',
        decidedAt: '2026-11-01T12:00:00.000Z',
        declineReason: 'other',
      }),
    ),
    outbox.matches.save(aMatch({ version: 0 })),
    outbox.organisations.save(anOrganisation({ version: 0 })),
    outbox.organisations.save(anOrganisation({ version: 0, id: 'quiet', name: 'Quiet', digests: false })),
  );
  const runOn = (table: Table) =>
    weeklyDigests({
      system: kentAndMedway,
      ...outbox,
      table,
      log: outbox.quiet,
      runs: outbox.digests,
      loadNouns: digestNounsLoader({ ...outbox, system: kentAndMedway }),
    })();
  const run = () => runOn(outbox.table);
  const waiting = async () =>
    (await outbox.emails.waiting('2027-12-31T00:00:00.000Z', 100)).map(({ id }) => id);
  return { ...outbox, run, runOn, waiting };
};

describe('on Monday', () => {
  it('the system, each place and each organisation that wants one gets a digest, once a week', async () => {
    const week = await aWeek();
    await week.run();
    const expected = [
      'digest-organisation.2026-W48#organisation-harbour-surgery',
      'digest-place.2026-W48#dartford-gravesham-swanley',
      'digest-place.2026-W48#east-kent',
      'digest-place.2026-W48#medway-swale',
      'digest-place.2026-W48#west-kent',
      'digest-system.2026-W48#system',
    ];
    expect((await week.waiting()).toSorted()).toEqual(expected);
    week.at('2026-11-26T10:00:00.000Z');
    await week.run();
    expect((await week.waiting()).toSorted()).toEqual(expected);
  });

  it('figures are frozen when the digest is made, whenever the e-mail is sent', async () => {
    const week = await aWeek();
    await week.run();
    await week.given(week.requests.save(aRequest({ version: 1, state: 'withdrawn' })));
    expect(await week.send('digest-system.2026-W48#system')).toBe('sent');
    expect(week.mailer.handedOver[0]).toMatchObject({
      to: 'team@dpp-match.example',
      subject: '1 learner needs a DPP by 4 January; 3 places unused',
    });
    expect(week.mailer.handedOver[0]?.text).toContain(
      '1 learner needs a DPP by 4 January 2027; 3 places unused in Medway and Swale.',
    );
    expect(week.mailer.handedOver[0]?.text).toContain('I do not have time at the moment: 1');
    expect(week.mailer.handedOver[0]?.text).not.toContain('Another reason');
  });

  it('a week in which nothing changed gets no e-mail', async () => {
    const week = await aWeek();
    await week.run();
    week.at('2026-11-30T07:30:00.000Z');
    await week.run();
    week.at('2026-12-07T07:30:00.000Z');
    await week.run();
    expect(await week.send('digest-system.2026-W50#system')).toBe('not-needed');
    expect(week.mailer.handedOver).toEqual([]);
  });

  it('the change since the last digest is shown', async () => {
    const week = await aWeek();
    await week.run();
    await week.given(...['req2', 'req3'].map((id) => week.requests.save(aRequest({ version: 0, id }))));
    week.at('2026-12-07T07:30:00.000Z');
    await week.run();
    await week.send('digest-system.2026-W50#system');
    expect(week.mailer.handedOver[0]?.text).toContain(
      'Learners waiting: 3 (2 more than on 23 November 2026)',
    );
  });

  it('goes to the organisation’s lead with a link for them only', async () => {
    const week = await aWeek();
    await week.run();
    expect(await week.send('digest-organisation.2026-W48#organisation-harbour-surgery')).toBe('sent');
    expect(week.mailer.handedOver[0]).toMatchObject({ to: 'nia@harbour.example' });
    expect(week.mailer.handedOver[0]?.unsubscribeUrl).toContain('/unsubscribe/');
    expect(week.tokenRows().map(({ link }) => link)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'digest',
          recipient: 'organisation',
          organisationId: 'harbour-surgery',
        }),
      ]),
    );
  });

  it('a digest is made despite a write conflict', async () => {
    const week = await aWeek();
    let crossed = 0;
    const crossing: typeof week.table = {
      ...week.table,
      commit: (changes, key) =>
        (crossed += 1) <= 2
          ? Promise.resolve({ committed: false, unmet: [], conflict: true })
          : week.table.commit(changes, key),
    };
    await week.runOn(crossing);
    expect(await week.waiting()).toHaveLength(6);
    expect(week.log.filter((code) => code === 'digest-made')).toHaveLength(6);
    expect(week.log).not.toContain('digest-made-before');
  });

  it.each([
    ['crosses others every time', { unmet: [], conflict: true }],
    ['is half there', { unmet: [1], conflict: false }],
  ])('a digest that %s is logged as not made, and the others are made', async (_, why) => {
    const week = await aWeek();
    const failing: typeof week.table = {
      ...week.table,
      commit: (changes, key) =>
        JSON.stringify(changes).includes('#east-kent')
          ? Promise.resolve({ committed: false, ...why })
          : week.table.commit(changes, key),
    };
    await expect(week.runOn(failing)).rejects.toThrow('1 digests were not made');
    expect(await week.waiting()).toHaveLength(5);
    expect(week.log).toContain('digest-not-made');
    // The retry makes the missing digests and keeps the others.
    await week.run();
    expect(await week.waiting()).toHaveLength(6);
    expect(week.log.filter((code) => code === 'digest-made')).toHaveLength(6);
  });

  it('two runs at the same time make each digest once', async () => {
    const week = await aWeek();
    await Promise.all([week.run(), week.run()]);
    expect(await week.waiting()).toHaveLength(6);
    expect(week.log.filter((code) => code === 'digest-made')).toHaveLength(6);
    expect(week.log.filter((code) => code === 'digest-made-before')).toHaveLength(6);
  });

  it('an organisation whose lead unsubscribed meanwhile gets none', async () => {
    const week = await aWeek();
    await week.run();
    await week.given(week.organisations.save(anOrganisation({ version: 1, digests: false })));
    expect(await week.send('digest-organisation.2026-W48#organisation-harbour-surgery')).toBe('not-needed');
  });
});
