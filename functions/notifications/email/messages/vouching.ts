import { daysBetween, dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import { isPersonOf } from '../../../../shared/people/is-confirmed-for.ts';
import { approverInWords } from '../../../../shared/people/named-people.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, facts, heading, hello, list, paragraph, professionWords } from '../words.ts';

const answers: Readonly<Record<string, string>> = {
  no: 'says that this person does not work there, or that the address is not theirs',
  unknown: 'does not know this person',
};

/** Asks a person whom the team has confirmed about a DPP who waits for a proof; `again` if they have not answered. */
const askVoucher = (again: boolean) =>
  message({
    to: 'named-person',
    needs: ['practitioner', 'person', 'vouch'],
    stillTrue: ({ practitioner, person, vouch }) =>
      practitioner.state === 'awaiting-proof' &&
      vouch.answer === undefined &&
      isPersonOf(practitioner.organisation, person),
    links: ({ practitioner, person }) => [
      {
        kind: 'vouch',
        recipient: 'organisation',
        practitionerId: practitioner.id,
        organisationId: person.organisationId,
        occasion: person.id,
      },
    ],
    compose: ({ practitioner, person, vouch }, url) => ({
      subject: again
        ? subjectOf(
            `Reminder: does ${practitioner.name} work with you?`,
            'Reminder: does this person work with you?',
          )
        : subjectOf(
            `Does ${practitioner.name} work with you? Yes or no`,
            'Does this person work with you? Yes or no',
          ),
      blocks: [
        heading('Does this person work with you?'),
        hello(person.name),
        ...(again
          ? [
              paragraph(
                `We asked you on ${dayInWords(londonDay(vouch.askedAt))} and have no answer yet. They cannot be listed before somebody answers.`,
              ),
            ]
          : []),
        facts([
          { label: 'Name', value: practitioner.name },
          { label: 'Profession', value: professionWords(practitioner.profession) },
          { label: 'Says they work at', value: practitioner.organisation.name },
          { label: 'Email address', value: practitioner.email },
        ]),
        paragraph(
          'This person wants to be listed as a DPP, who supervises and signs off people who learn to prescribe. The programme team knows you at this organisation, so we ask you: one press is enough.',
        ),
        button('Answer yes, no, or that you do not know them', url('vouch')),
        paragraph('The link works for 14 days. You do not vouch for their skills, and you take on no duty.'),
      ],
    }),
  });

/** Messages about whether a DPP works where they say. */
export const vouchingMessages = {
  'practitioner-waiting-for-proof': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'awaiting-proof',
    links: ({ practitioner }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: practitioner.id },
    ],
    compose: ({ practitioner, email }, url) => ({
      subject: 'One more step before you are listed as a DPP',
      blocks: [
        heading('You are in the register. One more step'),
        hello(practitioner.name),
        paragraph(
          `The programme team has found you in the public register of your regulator. Anybody can read that register, so we also need to know that you work at ${practitioner.organisation.name}.`,
        ),
        ...(email.about.occasion === 'asked'
          ? [
              paragraph(
                'We have asked somebody there whom the team knows. When they answer yes, we will list you and email you. You do not need to do anything.',
              ),
            ]
          : [
              paragraph('The team does not know anybody there yet. The quickest way:'),
              list([
                'Ask a person in charge there (practice manager, superintendent, prescribing lead) to reply to this email with their name, role and work email address.',
                'The team then calls the telephone number of the organisation that is in the public register.',
                'From then on, this person can confirm you and your colleagues with one press.',
              ]),
            ]),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'voucher-asked': askVoucher(false),
  'voucher-reminder': askVoucher(true),
  'team-vouch-answered': message({
    to: 'team',
    needs: ['practitioner', 'person'],
    stillTrue: ({ practitioner }) => practitioner.state === 'awaiting-proof',
    compose: ({ practitioner, person, email }) => ({
      subject: subjectOf(
        email.about.occasion === 'no'
          ? `Look into a DPP: ${practitioner.name} is not known there`
          : `Ask somebody else about ${practitioner.name}`,
        'Look into a DPP who waits for a proof',
      ),
      blocks: [
        heading('Somebody does not vouch for a DPP'),
        facts([
          { label: 'DPP', value: `${practitioner.name} (${practitioner.id})` },
          { label: 'Address', value: practitioner.email },
          { label: 'Organisation', value: practitioner.organisation.name },
          { label: 'Asked', value: `${person.name}, ${person.role}` },
          { label: 'Answer', value: answers[email.about.occasion ?? ''] ?? 'not yes' },
        ]),
        list([
          `To see how they stand: npm run programme -- dpp ${practitioner.id}`,
          `To refuse them: npm run programme -- refuse ${practitioner.id} --why "reason"`,
          `To ask somebody else: npm run programme -- confirm-voucher ${practitioner.organisation.id} --email A --name "Name" --how "how you know"`,
        ]),
      ],
    }),
  }),
  'team-proof-missing': message({
    to: 'team',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'awaiting-proof',
    compose: ({ practitioner, email, today }) => ({
      subject: subjectOf(
        `Confirm somebody who knows ${practitioner.name}`,
        'Confirm somebody who knows a DPP',
      ),
      blocks: [
        heading('A DPP still waits for a proof'),
        facts([
          { label: 'DPP', value: `${practitioner.name} (${practitioner.id})` },
          { label: 'Address', value: practitioner.email },
          { label: 'Organisation', value: practitioner.organisation.name },
          approverInWords(practitioner) === undefined
            ? undefined
            : { label: 'Says that this person approves', value: approverInWords(practitioner) ?? '' },
          practitioner.check === undefined
            ? undefined
            : {
                label: 'Checked',
                value: `${String(daysBetween(londonDay(practitioner.check.at), today))} days ago`,
              },
        ]),
        paragraph(
          email.about.occasion === 'asked'
            ? 'We asked those whom you have confirmed there, reminded them, and nobody has answered yes.'
            : 'You have confirmed nobody there, so nobody was asked.',
        ),
        list([
          `To confirm somebody there, whom we then ask: npm run programme -- confirm-voucher ${practitioner.organisation.id} --email A --name "Name" --how "by which telephone number of which public register"`,
          `To list them for a reason of your own: npm run programme -- check ${practitioner.id} --seen "what you saw" --proof "reason"`,
          `To refuse them: npm run programme -- refuse ${practitioner.id} --why "reason"`,
        ]),
      ],
    }),
  }),
};
