import { describe, expect, it } from 'vitest';
import { claim } from '../../../functions/store/unique-claims.ts';
import { NOW, aMatch, aPractitioner, aRequest, aSeat, anOffer } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';
import { registerAnswers } from '../../support/journey/answers.ts';

const withListing = async (changes: Parameters<typeof aPractitioner>[0] = {}) => {
  const its = registrationService();
  const practitioner = aPractitioner(changes);
  await its.given({ practitioners: [practitioner] });
  await its.table.commit(claim(its.table, practitioner));
  const token = await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' });
  const pages = { show: its.manage.showAction, take: its.manage.takeAction };
  return {
    its,
    token,
    stored: () => its.practitioners.find('dpp1'),
    look: (action: string) => seen(pages, { token, action }),
    act: (action: string, form: Record<string, readonly string[]> = {}) =>
      sent(pages, { token, action }, form),
    actJson: (action: string, json: unknown) => sentJson(pages.take, json, { token, action }),
    home: (done = '') => seen(its.manage, { token }, { done: [done] }),
  };
};

/** A listing with one agreed learner and one pending offer. */
const withLearners = async () => {
  const its = await withListing({
    commitments: [
      {
        matchId: 'match1',
        requestId: 'req1',
        seatId: 'seat1',
        from: '2027-02-01',
        to: '2027-07-31',
        university: 'medway',
      },
    ],
    pendingOffers: [{ offerId: 'offer2', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
  });
  const filled = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' });
  const offered = aSeat({ id: 'seat2', state: 'offered', offerId: 'offer2', practitionerId: 'dpp1' });
  await its.its.given({
    requests: [aRequest({ state: 'matched', seats: [filled] }), aRequest({ id: 'req2', seats: [offered] })],
    offers: [
      anOffer({ state: 'accepted', matchId: 'match1', decidedAt: NOW }),
      anOffer({ id: 'offer2', requestId: 'req2', seatId: 'seat2' }),
      anOffer({ id: 'offer3', state: 'declined', decidedAt: NOW, declineNote: 'Amara says no' }),
    ],
    matches: [
      aMatch(),
      aMatch({
        id: 'match0',
        state: 'completed',
        practitionerFeedback: { at: NOW, rating: 4, wouldAgain: true, comment: 'Amara was there' },
      }),
    ],
  });
  return its;
};

describe("a DPP's own page", () => {
  it('shows every answer with a link to change it, and changes nothing', async () => {
    const { its, home } = await withListing();
    const before = its.table.rows();
    const page = await home();
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body).toContain('Harbour Surgery');
    expect(page.body).toContain('your other clinical areas');
    expect(page.body).not.toContain('your profession<');
    expect(its.table.rows()).toEqual(before);
  });

  it('pauses, also when pressed twice, and resumes', async () => {
    const { its, act, stored } = await withListing();
    await act('pause');
    await act('pause');
    expect((await stored())?.state).toBe('paused');
    await act('resume');
    expect((await stored())?.state).toBe('listed');
    expect(its.ofKind('audit')).toHaveLength(2);
  });

  it('brings a hidden listing back with one press', async () => {
    const { act, stored } = await withListing({ state: 'stale', confirmedAt: '2026-06-01T09:00:00.000Z' });
    const reply = await act('confirm-details');
    expect(reply.headers['location']).toMatch(/\?done=confirm-details$/);
    expect(await stored()).toMatchObject({ state: 'listed', confirmedAt: NOW });
  });

  it('offers a smaller number of places without ending what is agreed', async () => {
    const { act, stored } = await withLearners();
    await act('places', { placesOffered: ['0'] });
    expect(await stored()).toMatchObject({ placesOffered: 0, commitments: [{ matchId: 'match1' }] });
  });

  it('says how many places are taken before the number is changed', async () => {
    const { look } = await withListing({ placesOffered: 2 });
    expect((await look('places')).body).toContain('None of your places is taken in the next 12 months.');
    const taken = await withLearners();
    expect((await taken.look('places')).body).toContain(
      'Your place is taken on at least one day of the next 12 months.',
    );
    await taken.act('places', { placesOffered: ['3'] });
    expect((await taken.look('places')).body).toContain(
      'On the busiest day of the next 12 months 1 of your 3 places is taken.',
    );
  });

  it('changes one page of details and leaves the rest', async () => {
    const { act, stored } = await withListing();
    await act('what-you-can-offer', {
      placesOffered: ['3'],
      hoursPerWeek: ['6'],
      days: ['friday'],
      mode: ['mixed'],
      fee: ['ask'],
    });
    expect(await stored()).toMatchObject({
      placesOffered: 3,
      days: ['friday'],
      flags: ['more-than-two-places', 'payment-interest'],
      name: 'Amara Example',
      registrationNumber: '2012345',
      check: { by: 'Team Example' },
    });
  });

  it('asks for a justification when the years are corrected to fewer than three', async () => {
    const { act, stored } = await withListing();
    const fields = {
      yearsPrescribing: ['2'],
      patientFacing: ['yes'],
      supervisedBefore: ['0'],
      preparation: ['none-yet'],
    };
    const asked = await act('registration-and-experience', fields);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('Enter why you are ready to be a DPP');
    await act('registration-and-experience', { ...fields, justification: ['I prescribe daily.'] });
    expect(await stored()).toMatchObject({ yearsPrescribing: 2, flags: ['under-three-years'] });
  });

  it('changes only the fields that JSON names', async () => {
    const { actJson, stored } = await withListing();
    const reply = await actJson('where-you-practise', { setting: 'hospice' });
    expect(JSON.parse(reply.body)).toMatchObject({ status: 'listed' });
    expect(await stored()).toMatchObject({ setting: 'hospice', leadArea: 'cardiovascular' });
  });

  it('keeps a registration number that was checked and lets one be corrected that was not', async () => {
    const checked = await withListing();
    expect(
      (await checked.actJson('registration-and-experience', { registrationNumber: '2099999' })).status,
    ).toBe(422);

    const unchecked = aPractitioner({ state: 'awaiting-check' });
    delete unchecked.check;
    const its = registrationService();
    await its.given({ practitioners: [unchecked] });
    await its.table.commit(claim(its.table, unchecked));
    const token = await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' });
    await sentJson(
      its.manage.takeAction,
      { registrationNumber: '2099999' },
      { token, action: 'registration-and-experience' },
    );
    expect(await its.practitioners.find('dpp1')).toMatchObject({ registrationNumber: '2099999' });
    expect(its.mails()).toEqual(['team-check-wanted']);
    expect(its.ofKind('unique')).toHaveLength(2);
  });

  it('says when an action is no longer possible', async () => {
    const { act } = await withListing();
    expect((await act('resume')).headers['location']).toContain('done=resume');
    const left = await withListing({ state: 'withdrawn' });
    expect((await left.act('pause')).status).toBe(409);
  });

  it('does nothing without a choice to leave, or with the answer no', async () => {
    const { act, stored } = await withListing();
    expect((await act('leave')).status).toBe(422);
    await act('leave', { decision: ['no'] });
    expect((await stored())?.state).toBe('listed');
  });

  it('leaves: the seats are sought again, and the address may register anew', async () => {
    const { its, act, stored } = await withLearners();
    await act('leave', { decision: ['yes'] });
    await act('leave', { decision: ['yes'] });
    expect(await stored()).toMatchObject({ state: 'withdrawn', commitments: [], pendingOffers: [] });
    expect(await its.requests.find('req1')).toMatchObject({ state: 'open', seats: [{ state: 'vacant' }] });
    expect(its.mails()).toContain('requester-seat-reopened');
    await sentJson(its.register.takeJson, registerAnswers());
    expect(its.mails()).toContain('practitioner-address-confirm');
  });

  it('erases every trace of name, address and note, and repeating it changes nothing', async () => {
    const { its, act } = await withLearners();
    expect((await act('erase', { decision: ['yes'] })).body).toContain('Erased');
    const rows = its.table.rows();
    const dump = JSON.stringify(rows);
    for (const trace of ['Amara', 'amara@dpp.example', '2012345']) expect(dump).not.toContain(trace);
    expect((await act('erase', { decision: ['yes'] })).status).toBe(200);
    expect(its.table.rows()).toEqual(rows);
  });

  it('keeps the claim of an address registered anew when the old listing is erased', async () => {
    const { its, act } = await withListing();
    await act('leave', { decision: ['yes'] });
    await its.table.commit(claim(its.table, aPractitioner({ id: 'dpp2' })));
    await act('erase', { decision: ['yes'] });
    expect(its.ofKind('unique').map((row) => row['practitionerId'])).toEqual(['dpp2', 'dpp2']);
  });

  it('exports everything we hold about them', async () => {
    const { look } = await withLearners();
    const data = await look('data');
    expect(data.headers['content-disposition']).toContain('my-data.json');
    for (const trace of ['amara@dpp.example', '2012345', 'Amara says no', 'Amara was there'])
      expect(data.body).toContain(trace);
  });
});

describe('the check-in', () => {
  const asked = async (changes: Parameters<typeof aPractitioner>[0] = {}) => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner(changes)] });
    const token = await its.link({ kind: 'capacity', recipient: 'practitioner', practitionerId: 'dpp1' });
    return {
      its,
      show: () => seen(its.capacity, { token }),
      say: (form: Record<string, readonly string[]>) => sent(its.capacity, { token }, form),
      stored: () => its.practitioners.find('dpp1'),
    };
  };

  it('preselects nothing and changes nothing when it is opened', async () => {
    const { its, show } = await asked();
    const before = its.table.rows();
    expect((await show()).body).not.toContain('checked');
    expect(its.table.rows()).toEqual(before);
  });

  it('takes a yes with a number, and shows a stale listing again', async () => {
    const { say, stored } = await asked({ state: 'stale' });
    await say({ canSupervise: ['yes'], placesOffered: ['2'] });
    expect(await stored()).toMatchObject({
      state: 'listed',
      placesOffered: 2,
      nextYear: 'yes',
      confirmedAt: NOW,
    });
  });

  it('accepts a maybe, which commits to nothing and keeps the number of places', async () => {
    const { say, stored } = await asked({ placesOffered: 2 });
    const { body } = await say({ canSupervise: ['maybe'] });
    expect(await stored()).toMatchObject({ state: 'listed', placesOffered: 2, nextYear: 'maybe' });
    expect(body).toContain('You offer 2 places, as before.');
    expect(body).toContain(
      'We will send you an offer when there is a learner who fits. You can accept or decline each time.',
    );
  });

  it('keeps the number of places when a maybe becomes a yes without a number', async () => {
    const { say, stored } = await asked({ placesOffered: 3 });
    await say({ canSupervise: ['maybe'] });
    await say({ canSupervise: ['yes'] });
    expect(await stored()).toMatchObject({ placesOffered: 3, nextYear: 'yes' });
  });

  it('asks a DPP who offers no place for a number when the answer is yes, also after a maybe', async () => {
    const { say, stored } = await asked({ placesOffered: 0 });
    await say({ canSupervise: ['maybe'] });
    const { status, body } = await say({ canSupervise: ['yes'] });
    expect(status).toBe(422);
    expect(body).toContain('Enter how many learners you can supervise at once');
    expect(await stored()).toMatchObject({ placesOffered: 0, nextYear: 'maybe' });
    await say({ canSupervise: ['yes'], placesOffered: ['1'] });
    expect(await stored()).toMatchObject({ placesOffered: 1, nextYear: 'yes' });
  });

  it('says that a DPP who offers no place gets no requests', async () => {
    const { say } = await asked({ placesOffered: 0 });
    expect((await say({ canSupervise: ['maybe'] })).body).toContain(
      'We will not send you offers until you say yes.',
    );
  });

  it('takes a no only with a reason', async () => {
    const { say, show, stored } = await asked();
    expect((await show()).body).toContain('If not, the main reason</label>');
    expect((await say({ canSupervise: ['no'] })).body).toContain(
      'Select the main reason why you cannot supervise',
    );
    await say({ canSupervise: ['no'], nextYearReason: ['no-time'] });
    expect(await stored()).toMatchObject({ placesOffered: 0, nextYear: 'no', nextYearReason: 'no-time' });
  });

  it('answers the same to the same answer', async () => {
    const { say } = await asked();
    const first = await say({ canSupervise: ['maybe'] });
    expect(await say({ canSupervise: ['maybe'] })).toEqual(first);
  });
});
