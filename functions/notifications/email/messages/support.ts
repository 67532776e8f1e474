import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import { listedInWords } from '../../../../shared/requests/listed-in-words.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import { namedLead } from '../../../../shared/requests/support-moves.ts';
import { isNotCounted, notCountedInWords } from '../../../../shared/requests/support-counts.ts';
import { londonDay } from '../../../../shared/kernel/time.ts';
import { dayInWords } from '../../../../shared/kernel/time.ts';
import { addressHash } from '../../../platform/hash.ts';
import type { Composed } from '../block.ts';
import { message, type UrlOf, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, facts, heading, hello, list, paragraph, requestFacts, requesterFacts } from '../words.ts';

interface About {
  readonly request: SupervisionRequest;
}

const status = ({ request }: About): WantedLink => ({
  kind: 'status',
  recipient: 'requester',
  requestId: request.id,
});

const support = ({ request }: About): WantedLink => ({
  kind: 'support',
  recipient: 'lead',
  requestId: request.id,
  occasion: addressHash(request.nmpLeadEmail ?? ''),
});

const waits = ({ request }: About): boolean => request.state === 'waiting-for-support';

/** Says for whom somebody else asks; empty if the learner asks. */
const forWhom = (request: SupervisionRequest): string => {
  if (request.requestedBy === 'learner') return '';
  const unknown =
    request.learners === undefined
      ? 'a learner whose name is not known yet'
      : request.listed === undefined
        ? `${request.learners} learners whose names are not known yet`
        : `${request.learners} learners`;
  return ` for ${learnerName(request) ?? unknown}`;
};

const askLead = (request: SupervisionRequest, url: UrlOf, again: boolean): Composed => {
  return {
    subject: subjectOf(
      again
        ? `Reminder: do you support ${request.requesterName}’s request?`
        : `Do you support ${request.requesterName}’s request for a DPP?`,
      again ? 'Reminder: do you support a request for a DPP?' : 'Do you support a request for a DPP?',
    ),
    blocks: [
      heading('Do you support this request?'),
      hello(request.nmpLeadName ?? ''),
      paragraph(
        `${request.requesterName} asks for a designated prescribing practitioner (DPP)${forWhom(request)} and named you as the prescribing lead. We do not ask any DPP before somebody at the employer supports the request.`,
      ),
      facts([
        { label: 'Requested by', value: `${request.requesterName}, ${request.email}` },
        { label: 'Employer', value: request.organisation.name },
        ...(request.listed === undefined ? requestFacts(request) : []),
      ]),
      ...(request.listed === undefined ? [] : [heading('The learners'), list(listedInWords(request))]),
      button('Answer: I support this, or I do not', url('support')),
      paragraph(
        'The page shows the request and asks you for one press. Opening it does not change anything.',
      ),
      heading('Why we write to you'),
      paragraph(
        'We hold your name and this address only because they were given as those of the prescribing lead. If this is wrong, say so on the page, or reply to this email and we will remove them.',
      ),
    ],
  };
};

const commandsFor = ({ id }: SupervisionRequest): readonly string[] => [
  `If you know that it is genuine: npm run programme -- open-request ${id} --by "Your name" --why "…"`,
  `If it is not: npm run programme -- refuse-request ${id} --by "Your name" --why "…"`,
];

/** Messages about a request that waits until somebody at the employer supports it. */
export const supportMessages = {
  'requester-support-awaited': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: waits,
    links: (about) => [status(about)],
    compose: ({ request }, url) => {
      const lead = namedLead(request);
      return {
        subject: 'Your request waits for your employer’s support',
        blocks: [
          heading('Your request waits for support'),
          hello(request.requesterName),
          paragraph(
            request.learners === undefined
              ? 'Your address is not one that we know as an address of the NHS or of an employer. So we need one word from your employer before we ask a DPP.'
              : `You ask for ${request.learners} learners. We need one word from the prescribing lead of the employer before we ask any DPP.`,
          ),
          ...(lead === undefined
            ? [paragraph('You have not named a prescribing lead, so nobody has been asked yet.')]
            : [
                facts([
                  { label: 'We asked', value: `${lead.name}, ${lead.email}` },
                  {
                    label: 'Since',
                    value: dayInWords(londonDay(request.support?.askedAt ?? request.createdAt)),
                  },
                ]),
              ]),
          heading('What you can do'),
          list([
            ...(lead === undefined ? [] : [`Ask ${lead.name} to look for our email and press once.`]),
            lead === undefined
              ? 'Name your prescribing lead.'
              : 'Name another lead, if this one is away or the address is wrong.',
            'Use your work address instead: if it is at the NHS or at a domain that we know, the search starts as soon as you confirm it.',
          ]),
          button('Follow your request', url('status')),
        ],
      };
    },
  }),
  'requester-support-declined': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.support?.answer?.says === 'does-not-support',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'Talk to your lead: your request is not supported',
      blocks: [
        heading('Your request is not supported'),
        hello(request.requesterName),
        paragraph(
          `${request.nmpLeadName ?? 'The lead whom you named'} answered that they do not support your request. We have not asked any DPP, and have told the programme team.`,
        ),
        list([
          'Talk to them: they can tell you why, and may press again if they change their mind.',
          'If somebody else is responsible for you, name them on your page.',
        ]),
        button('See your request', url('status')),
      ],
    }),
  }),
  'requester-new-address-confirm': message({
    to: 'new-address',
    needs: ['request'],
    stillTrue: ({ request }) => request.newEmail !== undefined,
    links: ({ request }) => [
      {
        kind: 'confirm',
        recipient: 'requester',
        requestId: request.id,
        occasion: addressHash(request.newEmail ?? ''),
      },
    ],
    compose: ({ request }, url) => ({
      subject: 'Confirm this address for your request for a DPP',
      blocks: [
        heading('Confirm your new address'),
        hello(request.requesterName),
        paragraph(
          'Somebody wants to use this address for a request for a DPP. If it was you, confirm it: all further emails will come here.',
        ),
        button('Confirm this address', url('confirm')),
        paragraph('The link works for 7 days. If it was not you, ignore this email.'),
      ],
    }),
  }),
  'lead-support-asked': message({
    to: 'request-lead',
    needs: ['request'],
    stillTrue: ({ request }) => waits({ request }) && request.support?.answer === undefined,
    links: (about) => [support(about)],
    compose: ({ request }, url) => askLead(request, url, false),
  }),
  'lead-support-reminder': message({
    to: 'request-lead',
    needs: ['request'],
    stillTrue: ({ request }) => waits({ request }) && request.support?.answer === undefined,
    links: (about) => [support(about)],
    compose: ({ request }, url) => askLead(request, url, true),
  }),
  'team-support-answered': message({
    to: 'team',
    needs: ['request'],
    stillTrue: ({ request }) => waits({ request }) && request.support?.answer !== undefined,
    compose: ({ request }) => {
      const answer = request.support?.answer;
      const because = answer?.because ?? '';
      return {
        subject: 'Decide on a request: its lead has answered',
        blocks: [
          heading(
            answer?.says === 'supports'
              ? 'A lead supports a request, and the answer does not count'
              : 'A lead does not support a request',
          ),
          requesterFacts(request),
          facts([
            {
              label: 'Answer',
              value: answer?.says === 'supports' ? 'I support this' : 'I do not support this',
            },
            isNotCounted(because)
              ? { label: 'Why it does not count', value: notCountedInWords[because] }
              : undefined,
          ]),
          paragraph('Nobody has been asked to supervise. The request waits for you.'),
          list([
            'Ask the employer. Use a telephone number that you know, not one from the request.',
            ...commandsFor(request),
          ]),
        ],
      };
    },
  }),
  'team-support-overdue': message({
    to: 'team',
    needs: ['request'],
    stillTrue: waits,
    compose: ({ request }) => ({
      subject: 'Decide on a request: nobody has supported it',
      blocks: [
        heading('A request waits for support'),
        requesterFacts(request),
        facts([
          { label: 'Waits since', value: dayInWords(londonDay(request.support?.since ?? request.createdAt)) },
        ]),
        paragraph(
          'The requester’s address is neither at an NHS domain nor at a confirmed one, and nobody at the employer has supported the request. It never opens by itself.',
        ),
        list([
          'Ask the employer. Use a telephone number that you know, not one from the request.',
          ...commandsFor(request),
          `If the domain belongs to the employer: npm run programme -- confirm-domain ${request.organisation.id} --domain … --by "Your name" --note "…"`,
        ]),
      ],
    }),
  }),
};
