import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offerDocument, offerPage } from '../../../functions/matching/offers/offer-page.ts';
import { statusPage } from '../../../functions/registration/requests/status-page.ts';
import { answersOfAsk, toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import { ledgerEntriesOf } from '../../../shared/matches/ledger.ts';
import { acceptOffer, makeOffer } from '../../../shared/offers/offer-moves.ts';
import { seatsWanted } from '../../../shared/requests/seats-wanted.ts';
import { hoursWithInWords, namedHoursOf } from '../../../shared/requests/hours-with.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { aPractitioner, aRequest, NOW, TODAY } from '../../support/builders.ts';
import { aGet } from '../../support/a-get.ts';
import { renderSample, sampleFacts } from '../../support/email-samples.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { kentRequest } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

const ask = (changes: Parameters<typeof requestAnswers>[0]) => {
  const { answers, errors } = checkJourney(kentRequest, requestAnswers(changes), TODAY);
  expect(errors).toEqual([]);
  return toAskForSupervision(answers, kentAndMedway, organisations, TODAY);
};

const learners = [
  {},
  { profession: 'nurse', learnerType: 'v300', registrationNumber: '01A2345N' },
  {
    profession: 'nurse',
    learnerType: 'v300',
    registrationNumber: '01A2345N',
    onePersonReason: 'Only one prescriber works here',
  },
  { learnerType: 'conversion' },
] as const;

/** Quarters of an hour up to a number of hours. */
const quarters = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((count) => count / 4);

test('mail, pages, JSON and ledger name the same hours for every seat of every kind of request', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...learners),
      quarters(15, 200),
      fc.option(quarters(0, 15), { nil: undefined }),
      fc.option(quarters(0, 5), { nil: undefined }),
      async (learner, hours, namedDppHours, spokeHours) => {
        fc.pre((spokeHours ?? 0) <= hours - Math.max(1, namedDppHours ?? 0));
        const asked = ask({ ...learner, hours, namedDppHours, spokeHours });
        expect(namedHoursOf(asked)).toBe(namedDppHours);
        expect(answersOfAsk(asked, kentAndMedway)['namedDppHours']).toBe(namedDppHours);
        const request = aRequest({ ...asked, seats: seatsWanted(asked, 'req1') });
        for (const seat of request.seats) {
          const made = makeOffer(
            { request, practitioner: aPractitioner() },
            {
              offerId: 'offer1',
              seatId: seat.id,
              judged: { rank: 1, eligibleCount: 1, cost: 0, contributions: [], policy: 'p' },
              daysToAnswer: 5,
              holdsPlace: false,
            },
            NOW,
          );
          if (!made.ok) throw new Error(made.refusal);
          const document = offerDocument(made.value, kentAndMedway);
          const words = hoursWithInWords(document.learner.hours, hours);
          const page = offerPage(made.value, kentAndMedway, '/offers/token');
          expect(page.sections?.flatMap(({ rows = [] }) => rows)).toContainEqual({
            label: 'Hours with you',
            value: expect.stringContaining(`${words}: about `) as string,
          });
          const offerMail = await renderSample(sampleFacts('practitioner-offer-made', made.value));
          expect(offerMail?.mail.text).toContain(`Hours with you: ${words}`);
          const agreed = acceptOffer(made.value, { matchId: 'm' }, NOW);
          if (!agreed.ok) throw new Error(agreed.refusal);
          const { match } = agreed.value;
          expect(match.hours).toBe(document.learner.hours);
          for (const entry of ledgerEntriesOf(match)) expect(entry.hours).toBe(match.hours);
          for (const name of ['practitioner-match-agreed', 'requester-match-agreed'] as const) {
            const mail = await renderSample(sampleFacts(name, agreed.value));
            expect(mail?.mail.text).toContain(`Hours agreed: ${words}\n`);
          }
          const status = statusPage(
            aGet('/status/abc', { wantsJson: true }),
            agreed.value.request,
            { journey: kentRequest, system: kentAndMedway, now: NOW, group: [] },
            { offers: new Map(), practitioners: new Map(), matches: new Map([[match.id, match]]) },
          );
          const { seats } = JSON.parse(status.body) as { seats: readonly object[] };
          expect(seats).toContainEqual(
            expect.objectContaining({ role: seat.role, hours: match.hours, hoursInAll: hours }),
          );
        }
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  [10, 15, '10 hours, 15 in all'],
  [90, 90, '90 hours'],
])('%s of %s hours are “%s”', (hours, inAll, words) => {
  expect(hoursWithInWords(hours, inAll)).toBe(words);
});
