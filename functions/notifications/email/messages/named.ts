import type { NamedRole } from '../../../../shared/people/named-people.ts';
import { namedUnder } from '../../../store/tell-named.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, heading, hello, list, paragraph } from '../words.ts';
import { YOUR_PAGE } from './your-page.ts';

const why: Readonly<Record<NamedRole, string>> = {
  approver:
    'as the person who agreed for the employer that they supervise. The programme team may ask you whether that is so.',
  'back-up':
    'as the person who could step in. If they stop and you are a DPP yourself, we ask you first whether you can take over.',
};
const role: Readonly<Record<string, string>> = {
  approver: 'the person who agreed that you supervise',
  'back-up': 'the person who could step in for you',
};

/** Messages to people whom a DPP has named, and to the DPP when one of them objects. */
export const namedMessages = {
  'named-in-listing': message({
    to: 'named-in-listing',
    needs: ['practitioner'],
    stillTrue: ({ practitioner, email }) => namedUnder(practitioner, email.about.occasion) !== undefined,
    links: ({ practitioner, email }) => [
      {
        kind: 'named',
        recipient: 'named-person',
        practitionerId: practitioner.id,
        ...(email.about.occasion === undefined ? {} : { occasion: email.about.occasion }),
      },
    ],
    compose: ({ practitioner, email }, url) => {
      const named = namedUnder(practitioner, email.about.occasion);
      return {
        subject: subjectOf(`${practitioner.name} has named you here`, 'A DPP has named you here'),
        blocks: [
          heading('Your name is held here'),
          hello(named?.name ?? ''),
          paragraph(
            `${practitioner.name} offers to supervise people who learn to prescribe, and gave your name and this address:`,
          ),
          list((named?.roles ?? []).map((one) => why[one])),
          paragraph(
            'We hold them for this only and show them to nobody but the programme team. If you agree, you do not need to do anything. If you object, we delete both and tell the person who named you.',
          ),
          button('See what we hold, or object', url('named')),
          paragraph('The link works for 60 days. We write to you about this once.'),
        ],
      };
    },
  }),
  'practitioner-name-removed': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: () => true,
    links: ({ practitioner }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: practitioner.id },
    ],
    compose: ({ practitioner, email }, url) => {
      const roles = (email.about.occasion ?? '').split('.').flatMap((one) => role[one] ?? []);
      return {
        subject: 'Somebody whom you named has objected',
        blocks: [
          heading('We have deleted a name that you gave'),
          hello(practitioner.name),
          paragraph(
            `You had named ${roles.join(' and ')}. This person does not want to be named here, so we have deleted their name and address.`,
          ),
          paragraph('You can name somebody else on your page. Ask them first.'),
          button('Go to your page', url('manage')),
          paragraph(YOUR_PAGE),
        ],
      };
    },
  }),
};
