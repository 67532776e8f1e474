import { firstNameOf } from '../../../../shared/people/first-name.ts';
import type { Practitioner } from '../../../../shared/people/practitioner.ts';
import { type Seat, type SupervisionRequest, wasNeverOpened } from '../../../../shared/requests/request.ts';
import { daysBetween, dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../../shared/systems/service-system.ts';
import type { Block } from '../block.ts';
import { domainOf, kindOfDomain, kindOfDomainInWords } from '../../../../shared/people/mail-domain.ts';
import { approverInWords } from '../../../../shared/people/named-people.ts';
import { isMoving } from '../../../../shared/matches/move-dates.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  facts,
  heading,
  learnerWords,
  list,
  paragraph,
  periodWords,
  professionWords,
  requestFacts,
  requesterFacts,
  requesterRows,
  roleWords,
  shortDay,
} from '../words.ts';

const aboutRequest = (request: SupervisionRequest, { geography }: ServiceSystem): Block =>
  facts([
    ...requesterRows(request),
    ...requestFacts(request),
    { label: 'Place', value: geography.placeName(request.site.place) },
  ]);

const aboutDpp = ({ id, name, email, organisation }: Practitioner): Block =>
  facts([
    { label: 'DPP', value: `${name} (${id})` },
    { label: 'Address', value: email },
    { label: 'Organisation', value: organisation.name },
  ]);

const flagWords = {
  'under-three-years': 'Has prescribed for less than 3 years: a justification was given',
  'more-than-two-places': 'More than two places offered',
  'no-employer-approval': 'No employer approval yet',
  'payment-interest': 'Has declared a payment',
} as const;

const stillToFind = (missing: readonly Seat[]): string => {
  const [first] = missing;
  return missing.length === 1 && first !== undefined
    ? `no ${roleWords(first.role)} yet`
    : `${missing.length} people still to find`;
};

/**
 * Messages to the programme team. They carry full names, addresses and the command that helps, because the team has no
 * other place to look them up.
 */
export const teamMessages = {
  'team-check-wanted': message({
    to: 'team',
    needs: ['practitioner'],
    stillTrue: ({ practitioner, today }) =>
      practitioner.state === 'awaiting-check' ||
      (['listed', 'paused', 'stale', 'unlisted'].includes(practitioner.state) &&
        (practitioner.check === undefined ||
          practitioner.recheck !== undefined ||
          daysBetween(today, practitioner.check.dueOn) <= 28)),
    compose: ({ practitioner, email }) => {
      const again = practitioner.check !== undefined;
      return {
        subject: subjectOf(
          again
            ? `Check a DPP again by ${shortDay(practitioner.check?.dueOn ?? '')}: ${firstNameOf(practitioner.name)}`
            : `Check a new DPP: ${firstNameOf(practitioner.name)}, ${professionWords(practitioner.profession).toLowerCase()}`,
        ),
        blocks: [
          heading(again ? 'A register check is due again' : 'A DPP is waiting for a register check'),
          facts([
            { label: 'DPP', value: `${practitioner.name} (${practitioner.id})` },
            { label: 'Profession', value: professionWords(practitioner.profession) },
            { label: 'Regulator', value: practitioner.regulator.toUpperCase() },
            practitioner.annotationYear === undefined
              ? undefined
              : { label: 'Prescriber since', value: String(practitioner.annotationYear) },
            { label: 'Address', value: practitioner.email },
            {
              label: 'Its domain',
              value:
                kindOfDomainInWords[
                  email.about.occasion === 'own' ? 'own' : kindOfDomain(domainOf(practitioner.email))
                ],
            },
            { label: 'Organisation', value: practitioner.organisation.name },
            approverInWords(practitioner) === undefined
              ? undefined
              : { label: 'Says that this person approves', value: approverInWords(practitioner) ?? '' },
            {
              label: 'Wants to supervise',
              value: practitioner.supervisesProfessions.map(professionWords).join(', '),
            },
            practitioner.recheck === undefined
              ? undefined
              : { label: 'Changed since the check', value: practitioner.recheck.fields.join(', ') },
            practitioner.check === undefined
              ? undefined
              : { label: 'Last check expires', value: dayInWords(practitioner.check.dueOn) },
          ]),
          ...(practitioner.flags.length === 0
            ? []
            : [heading('Also check'), list(practitioner.flags.map((flag) => flagWords[flag]))]),
          paragraph(
            'Look up the registration number in the public register and record what you saw. The list of checks shows the number:',
          ),
          list([
            'npm run programme -- list',
            `npm run programme -- check ${practitioner.id} --seen "what you saw"`,
            `npm run programme -- needs-more ${practitioner.id} --why "reason"`,
            `npm run programme -- refuse ${practitioner.id} --why "reason"`,
          ]),
        ],
      };
    },
  }),
  'team-number-claimed': message({
    to: 'team',
    needs: ['practitioner', 'otherPractitioner'],
    stillTrue: ({ practitioner }) => practitioner.claimsNumberOf !== undefined,
    compose: ({ practitioner, otherPractitioner }) => ({
      subject: 'Decide between two people with one registration number',
      blocks: [
        heading('Two people gave the same registration number'),
        ...[otherPractitioner, practitioner].flatMap((one, index) => [
          heading(index === 0 ? 'The first' : 'The second'),
          facts([
            { label: 'DPP', value: `${one.name} (${one.id})` },
            { label: 'Address', value: one.email },
            { label: 'Its domain', value: kindOfDomainInWords[kindOfDomain(domainOf(one.email))] },
            { label: 'Organisation', value: one.organisation.name },
            { label: 'Registered', value: dayInWords(londonDay(one.createdAt)) },
            { label: 'State', value: one.state },
            { label: 'Learners', value: String(one.commitments.length) },
          ]),
        ]),
        paragraph(
          'Neither of them knows of the other. Call them by the telephone number of their organisation in a public register, then decide:',
        ),
        list([
          `The first is right: npm run programme -- decide-claim ${practitioner.id} --outcome keep --why "reason"`,
          `The second is right: npm run programme -- decide-claim ${practitioner.id} --outcome replace --why "reason" [--stays M] [--ends M]`,
          `They are one person: npm run programme -- decide-claim ${practitioner.id} --outcome merge --why "reason"`,
        ]),
      ],
    }),
  }),
  'team-nobody-left': message({
    to: 'team',
    needs: ['request', 'seat'],
    stillTrue: ({ request, seat }) => request.state === 'open' && seat.state === 'vacant',
    compose: ({ system, request, seat }) => ({
      subject: subjectOf(`Find a ${roleWords(seat.role)}: nobody is left for ${learnerWords(request)}`),
      blocks: [
        heading(`There is no ${roleWords(seat.role)} left to ask for this learner`),
        aboutRequest(request, system),
        facts([{ label: 'Asked so far', value: String(seat.tried.length) }]),
        paragraph(
          'We will try again to find somebody each time a DPP joins or a place becomes free. We have told the requester. It may be quicker to phone a suitable DPP.',
        ),
      ],
    }),
  }),
  'team-sign-off-near': message({
    to: 'team',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'open',
    compose: ({ system, request, today }) => {
      const left = daysBetween(today, request.signOffNeededBy);
      const missing = request.seats.filter(({ state }) => state !== 'filled');
      return {
        subject: subjectOf(
          `Help ${learnerWords(request)}: ${stillToFind(missing)}, ${left === 1 ? '1 day' : `${left} days`} left`,
        ),
        blocks: [
          heading(`DPP needed by ${dayInWords(request.signOffNeededBy)}`),
          aboutRequest(request, system),
          facts([
            {
              label: 'Still to fill',
              value: missing
                .map(
                  ({ role, state }) =>
                    `${roleWords(role)} (${state === 'offered' ? 'asked' : 'nobody asked'})`,
                )
                .join(', '),
            },
          ]),
        ],
      };
    },
  }),
  'team-dates-unanswered': message({
    to: 'team',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => isMoving(match),
    compose: ({ system, practitioner, request, match }) => ({
      subject: subjectOf(
        `Call ${practitioner.name}: no answer about other dates`,
        'Call a DPP: no answer about other dates',
      ),
      blocks: [
        heading('A DPP has not said whether other dates are possible'),
        aboutRequest(request, system),
        facts([
          { label: 'DPP', value: `${practitioner.name}, ${practitioner.email}` },
          { label: 'Dates until now', value: periodWords(match) },
          ...(match.move === undefined ? [] : [{ label: 'New dates', value: periodWords(match.move) }]),
        ]),
        paragraph(
          'We asked 5 working days ago, and have asked again today. Until they answer, the match keeps its old dates.',
        ),
      ],
    }),
  }),
  'team-deadline-passed': message({
    to: 'team',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'lapsed',
    compose: ({ system, request }) => ({
      subject: subjectOf(`Contact ${learnerWords(request)}: the sign-off date has passed`),
      blocks: [
        heading('A request has passed its sign-off date'),
        aboutRequest(request, system),
        ...(wasNeverOpened(request)
          ? [paragraph('It was never opened: nobody at the employer had supported it, so no DPP was asked.')]
          : []),
        paragraph('We have told the requester that you will contact them.'),
      ],
    }),
  }),
  'team-asked-twice': message({
    to: 'team',
    needs: ['request', 'otherRequest'],
    stillTrue: ({ otherRequest }) => otherRequest.state === 'unconfirmed',
    compose: ({ request, otherRequest }) => ({
      subject: 'Decide between two requests for one learner',
      blocks: [
        heading('Two people asked for the same learner'),
        paragraph(
          'Both gave the same registration number or email address. The first request goes on. The second waits for you, and its requester knows only that you will look at it.',
        ),
        heading('First request'),
        requesterFacts(request),
        heading('Second request'),
        requesterFacts(otherRequest),
        heading('What to do'),
        list([
          'Ask the employer which of the two is the learner. Use a telephone number that you know, not one from the request.',
          `If the second is the learner: npm run programme -- refuse-request ${request.id} --by "Your name" --why "…", then npm run programme -- open-request ${otherRequest.id} --by "Your name" --why "…"`,
          `If the first is: npm run programme -- refuse-request ${otherRequest.id} --by "Your name" --why "…"`,
        ]),
      ],
    }),
  }),
  'team-conflict-declared': message({
    to: 'team',
    needs: [],
    stillTrue: ({ request, practitioner }) => request !== undefined || practitioner !== undefined,
    compose: ({ system, request, practitioner }) => ({
      subject: 'Decide on a declared conflict of interest',
      blocks: [
        heading('A conflict of interest was declared'),
        ...(request === undefined ? [] : [aboutRequest(request, system)]),
        ...(practitioner === undefined ? [] : [aboutDpp(practitioner)]),
        paragraph('We will not match these two people unless you clear the conflict.'),
        list([
          'To read the declaration: npm run programme -- flags',
          ...(request === undefined
            ? []
            : [
                `To clear it: npm run programme -- clear-conflict ${request.id} --by "Your name" --why "What you know"`,
              ]),
        ]),
      ],
    }),
  }),
  'team-number-used-elsewhere': message({
    to: 'team',
    needs: ['practitioner'],
    stillTrue: () => true,
    compose: ({ practitioner, email }) => ({
      subject: 'Ask a DPP: their number was used in another area',
      blocks: [
        heading('A registration number was used in another area'),
        aboutDpp(practitioner),
        facts([{ label: 'Used in', value: email.about.occasion ?? 'not known' }]),
        paragraph(
          'This number belongs to a DPP whom you list. Somebody gave it in the area named above. We refused it and told that person to ask the programme team there.',
        ),
        paragraph('Ask your DPP whether they want to be listed there instead, and talk to that team.'),
      ],
    }),
  }),
  'team-reconcile-alarm': message({
    to: 'team',
    needs: [],
    stillTrue: () => true,
    compose: ({ email }) => ({
      subject: 'Investigate: the nightly check found a difference',
      blocks: [
        heading('The nightly check found a difference'),
        paragraph(
          'Records of places, offers, matches or requests disagree, or a digest is missing. Nothing has been corrected automatically.',
        ),
        facts([{ label: 'Run', value: email.about.occasion ?? 'not known' }]),
        paragraph('The runbook explains how to find and correct the difference.'),
      ],
    }),
  }),
};
