import { isSilent, SILENT_DAYS } from '../../../../shared/people/silence.ts';
import { counted } from '../../../../shared/reference/reference-words.ts';
import { daysBetween, dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import { YOUR_PAGE } from './your-page.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { areaWords, button, facts, heading, hello, list, paragraph } from '../words.ts';

interface About {
  readonly practitioner: { readonly id: string };
}

const link =
  (kind: 'confirm' | 'manage' | 'capacity') =>
  ({ practitioner }: About): WantedLink => ({
    kind,
    recipient: 'practitioner',
    practitionerId: practitioner.id,
  });
const confirm = link('confirm');
const manage = link('manage');
const capacity = link('capacity');

const waiting = (confirmedAt: string, today: string): string =>
  `${daysBetween(londonDay(confirmedAt), today)} days ago`;

/** Messages to a DPP about their registration and listing. */
export const practitionerRegistration = {
  'practitioner-address-confirm': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'unconfirmed',
    links: (about) => [confirm(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Confirm your email address to register as a DPP',
      blocks: [
        heading('Confirm your email address'),
        hello(practitioner.name),
        paragraph('Your registration as a DPP is not complete until you confirm this email address.'),
        button('Confirm my email address', url('confirm')),
        paragraph('The link works for 7 days. If you did not register, ignore this email.'),
      ],
    }),
  }),
  'practitioner-registration-received': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) =>
      practitioner.state === 'awaiting-check' ||
      (practitioner.state === 'listed' && practitioner.provisional),
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'We have received your registration as a DPP',
      blocks: [
        heading('We have received your registration'),
        hello(practitioner.name),
        paragraph(
          practitioner.state === 'listed'
            ? 'You are in the directory now, marked “not yet checked”.'
            : 'You are not in the directory yet.',
        ),
        heading('What happens next'),
        list([
          'The programme team will look you up in the public register of your regulator.',
          'We will email you when that is done, usually within 5 working days.',
          'We will email you when there is a learner who fits what you offer. You can accept or decline each time.',
        ]),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-checked-and-listed': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'listed' || practitioner.state === 'paused',
    links: (about) => [manage(about)],
    compose: ({ practitioner, system: { settings } }, url) => ({
      subject: 'You are listed as a DPP',
      blocks: [
        heading('You are listed as a DPP'),
        hello(practitioner.name),
        paragraph(
          practitioner.check === undefined
            ? 'You are in the directory, marked “not yet checked” until the programme team has looked you up.'
            : 'The programme team has found you in the public register of your regulator.',
        ),
        facts([
          { label: 'Lead clinical area', value: areaWords(practitioner.leadArea) },
          { label: 'Places offered', value: String(practitioner.placesOffered) },
          { label: 'Available from', value: dayInWords(practitioner.availableFrom) },
        ]),
        paragraph(
          `When there is a learner who fits what you offer, we will email you and say why. You can then accept or decline. Every ${counted(settings.askAfterDays, 'day')} we will ask you to confirm your details.`,
        ),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-check-needs-more': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'awaiting-check',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Check your registration details: they do not match',
      blocks: [
        heading('We could not finish checking your registration'),
        hello(practitioner.name),
        paragraph('The details you entered do not match the public register of your regulator.'),
        list([
          'Check your name and registration number on your page, and correct them if they are wrong.',
          'If they are right, reply to this email and tell us what the register shows.',
        ]),
        button('Check your details', url('manage')),
      ],
    }),
  }),
  'practitioner-already-registered': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state !== 'withdrawn',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'You are already registered as a DPP',
      blocks: [
        heading('You are already registered'),
        hello(practitioner.name),
        paragraph(
          'Somebody has tried to register as a DPP with this email address or your registration number. It may have been you. We have not changed your details.',
        ),
        list([
          'If you work for a second employer: one listing covers both. Open your page and enter the second site under “Where else you practise”.',
          'If a colleague shares this mailbox: they need an email address of their own to register.',
        ]),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-manage-link': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state !== 'withdrawn',
    links: (about) => [manage(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Open your DPP page with this new link',
      blocks: [
        heading('Your new link'),
        hello(practitioner.name),
        paragraph('You asked for a new link to your page. If it was not you, ignore this email.'),
        button('Go to your page', url('manage')),
        paragraph(YOUR_PAGE),
      ],
    }),
  }),
  'practitioner-capacity-check-in': message({
    to: 'practitioner',
    canBeStopped: true,
    needs: ['practitioner'],
    stillTrue: ({ practitioner, email }) =>
      practitioner.state === 'listed' && practitioner.confirmedAt < email.createdAt,
    links: (about) => [capacity(about)],
    compose: ({ practitioner, today, system: { settings } }, url) => ({
      subject: 'Can you supervise a learner? Yes, maybe or no',
      blocks: [
        heading('Can you still supervise a learner?'),
        hello(practitioner.name),
        paragraph(
          `You last confirmed your details ${waiting(practitioner.confirmedAt, today)}. Learners rely on these details.`,
        ),
        facts([
          { label: 'Places offered', value: String(practitioner.placesOffered) },
          { label: 'Lead clinical area', value: areaWords(practitioner.leadArea) },
        ]),
        paragraph('Answer yes, maybe or no on one page. A “maybe” does not commit you to anything.'),
        button('Answer yes, maybe or no', url('capacity')),
        paragraph(
          `If you do not answer, we will hide your listing ${counted(settings.hideAfterDays, 'day')} after you last confirmed your details.`,
        ),
      ],
    }),
  }),
  'practitioner-capacity-reminder': message({
    to: 'practitioner',
    canBeStopped: true,
    needs: ['practitioner'],
    stillTrue: ({ practitioner, email }) =>
      practitioner.state === 'listed' && practitioner.confirmedAt < email.createdAt,
    links: (about) => [capacity(about)],
    compose: ({ practitioner, today, system: { settings } }, url) => ({
      subject: 'Confirm your places, or your listing will be hidden',
      blocks: [
        heading('Your listing will be hidden soon'),
        hello(practitioner.name),
        paragraph(
          `You last confirmed your details ${waiting(practitioner.confirmedAt, today)}. We hide a listing from learners when its details have not been confirmed for ${counted(settings.hideAfterDays, 'day')}.`,
        ),
        button('Answer yes, maybe or no', url('capacity')),
      ],
    }),
  }),
  'practitioner-silent-check-in': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'listed' && isSilent(practitioner),
    links: (about) => [capacity(about)],
    compose: ({ practitioner }, url) => ({
      subject: 'Can you still supervise? We have no answer to two offers',
      blocks: [
        heading('Can you still supervise a learner?'),
        hello(practitioner.name),
        paragraph(
          `Our last two offers to you had no answer, and each learner lost days. So we will send you no more offers for ${counted(SILENT_DAYS, 'day')}, unless you answer this email. After that, we will ask you only if nobody else fits.`,
        ),
        paragraph('Answer yes, maybe or no on one page. A “maybe” does not commit you to anything.'),
        button('Answer yes, maybe or no', url('capacity')),
      ],
    }),
  }),
  'practitioner-listing-hidden': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.state === 'stale',
    links: (about) => [capacity(about), manage(about)],
    compose: ({ practitioner, today }, url) => ({
      subject: subjectOf('Bring back your listing: it is hidden now'),
      blocks: [
        heading('Your listing is hidden'),
        hello(practitioner.name),
        paragraph(
          `You last confirmed your details ${waiting(practitioner.confirmedAt, today)}, so learners cannot see your listing and we do not send you offers. Your agreed matches continue.`,
        ),
        button('Bring back my listing', url('capacity')),
        paragraph('If you no longer want to be a DPP, you can leave and have your details erased.'),
        button('Go to your page', url('manage')),
      ],
    }),
  }),
};
