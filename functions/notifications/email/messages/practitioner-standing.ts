import type { Practitioner, SuspendReason } from '../../../../shared/people/practitioner.ts';
import { counted } from '../../../../shared/reference/reference-words.ts';
import { addressHash } from '../../../platform/hash.ts';
import { message, type WantedLink } from '../message.ts';
import { button, heading, hello, list, paragraph } from '../words.ts';
import { YOUR_PAGE } from './your-page.ts';

const manage = ({ practitioner }: { readonly practitioner: { readonly id: string } }): WantedLink => ({
  kind: 'manage',
  recipient: 'practitioner',
  practitionerId: practitioner.id,
});

const suspendedBecause: Readonly<Record<SuspendReason, string>> = {
  regulator: 'The register of your regulator shows something that we have to look into.',
  employer: 'Your employer has told us something that we have to look into.',
  identity: 'We are not sure that this listing belongs to the person whom it names.',
  complaint: 'We have received a complaint and are looking into it.',
  died: 'We have been told that the person whom it names has died.',
  other: 'The programme team has to look into something first.',
};

/** Says which agreed learners stay after the team has ended or hidden a listing. */
const learnersStaying = ({ commitments }: Pick<Practitioner, 'commitments'>): string =>
  commitments.length === 0
    ? 'No learner is with you at the moment.'
    : `${counted(commitments.length, 'agreed learner')} ${commitments.length === 1 ? 'stays' : 'stay'} with you.`;

const ANSWER_US =
  'If you think that this is wrong, reply to this email. A person of the programme team reads it.';

/** Messages to a DPP about what the team did with their listing. */
export const practitionerStanding = {
  'practitioner-corrected': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: () => true,
    links: (about) => [manage(about)],
    compose: ({ practitioner, email }, url) => ({
      subject: 'The programme team has corrected your details',
      blocks: [
        heading('Your details are corrected'),
        hello(practitioner.name),
        paragraph(
          `The programme team has corrected this: ${(email.about.occasion ?? '').replaceAll(' ', ', ')}.`,
        ),
        ...(practitioner.recheck === undefined
          ? []
          : [
              paragraph(
                'The team now looks you up in the public register again. Until then the directory says “being checked”, and we do not ask you about new learners. Your agreed learners stay with you.',
              ),
            ]),
        paragraph(ANSWER_US),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'practitioner-new-address-confirm': message({
    to: 'new-address',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.newEmail !== undefined,
    links: ({ practitioner }) => [
      {
        kind: 'confirm',
        recipient: 'practitioner',
        practitionerId: practitioner.id,
        occasion: addressHash(practitioner.newEmail ?? ''),
      },
    ],
    compose: ({ practitioner }, url) => ({
      subject: 'Confirm your new address as a DPP',
      blocks: [
        heading('Confirm your new address'),
        hello(practitioner.name),
        paragraph(
          'The programme team has entered this address for your listing as a DPP. We will use it when you have confirmed it. Your former links then stop working.',
        ),
        button('Confirm my new address', url('confirm')),
        paragraph('The link works for 7 days. If you are not this person, ignore this email.'),
      ],
    }),
  }),
  'practitioner-address-changing': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.newEmail !== undefined,
    compose: ({ practitioner }) => ({
      subject: 'Your address as a DPP is going to change',
      blocks: [
        heading('Another address was entered for you'),
        hello(practitioner.name),
        paragraph(
          'The programme team has entered another email address for your listing. When its owner confirms it, we write to that address only.',
        ),
        paragraph(
          'If you did not ask for this, reply to this email at once. A person of the programme team reads it.',
        ),
      ],
    }),
  }),
  'practitioner-listings-merged': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: () => true,
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Your two listings as a DPP are one now',
      blocks: [
        heading('Your two listings are one now'),
        hello(practitioner.name),
        paragraph(
          'You were registered twice. The programme team has kept your first listing, with its learners and offers, and your newer address. Links that we sent to your former address do not work any more.',
        ),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-suspended': message({
    to: 'practitioner',
    needs: ['practitioner'],
    // Sends nothing to a DPP who has died: relatives may read the mailbox.
    stillTrue: ({ practitioner }) =>
      practitioner.state === 'suspended' && practitioner.suspension?.reason !== 'died',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Your listing as a DPP is suspended',
      blocks: [
        heading('Your listing is suspended'),
        hello(practitioner.name),
        paragraph(suspendedBecause[practitioner.suspension?.reason ?? 'other']),
        list([
          'You are not in the directory, and we do not ask you about learners.',
          'Offers that waited for your answer are taken back. You do not need to answer them.',
          learnersStaying(practitioner),
        ]),
        paragraph(ANSWER_US),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'practitioner-unlisted': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'unlisted',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'The programme team has hidden your listing',
      blocks: [
        heading('Your listing is hidden'),
        hello(practitioner.name),
        list([
          'You are not in the directory, and we do not ask you about learners. Only the programme team can list you again.',
          'Offers that waited for your answer are taken back. You do not need to answer them.',
          learnersStaying(practitioner),
        ]),
        paragraph(ANSWER_US),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
  'practitioner-reinstated': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) =>
      practitioner.state === 'listed' || practitioner.state === 'awaiting-check',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject:
        practitioner.state === 'listed'
          ? 'You are listed as a DPP again'
          : 'We are looking at your registration again',
      blocks: [
        heading(
          practitioner.state === 'listed' ? 'You are listed again' : 'We are looking at your registration',
        ),
        hello(practitioner.name),
        paragraph(
          practitioner.state === 'listed'
            ? 'You are in the directory again. We will email you when there is a learner who fits what you offer.'
            : 'The programme team will look you up in the public register of your regulator, then list you and email you.',
        ),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-refused': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'refused',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'We could not accept your registration as a DPP',
      blocks: [
        heading('We could not accept your registration'),
        hello(practitioner.name),
        list([
          'You are not in the directory, and we do not ask you about learners.',
          'We keep your details for 12 months, in case there are questions, and then erase them. You can erase them now on your page.',
        ]),
        paragraph(ANSWER_US),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
};
