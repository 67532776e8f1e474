import { isActiveLead } from '../../../../shared/people/lead-moves.ts';
import type { Organisation } from '../../../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../../../shared/people/organisation-person.ts';
import { domainOf, kindOfDomain, kindOfDomainInWords } from '../../../../shared/people/mail-domain.ts';
import { dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, facts, heading, hello, list, paragraph } from '../words.ts';

interface About {
  readonly person: OrganisationPerson;
  readonly organisation: Organisation;
}

const leadPage = ({ person, organisation }: About): WantedLink => ({
  kind: 'lead',
  recipient: 'lead',
  organisationId: organisation.id,
  personId: person.id,
});

/** Messages to people who were named as prescribing leads, and to the team about them. */
export const leadMessages = {
  'lead-named': message({
    to: 'named-person',
    needs: ['person', 'organisation'],
    stillTrue: ({ person }) =>
      (person.state === 'proposed' || person.state === 'confirmed') &&
      person.addressConfirmedAt === undefined,
    links: (about) => [leadPage(about)],
    compose: ({ person, organisation }, url) => ({
      subject: subjectOf(
        `Are you the prescribing lead of ${organisation.name}?`,
        'Are you the prescribing lead of your organisation?',
      ),
      blocks: [
        heading('Are you the prescribing lead?'),
        hello(person.name),
        paragraph(
          person.proposedBy === undefined
            ? `The programme team told us that you are the prescribing (NMP) lead of ${organisation.name}.`
            : `Somebody who asks for a designated prescribing practitioner (DPP) named you as the prescribing (NMP) lead of ${organisation.name}.`,
        ),
        paragraph(
          'If you are, confirm it. When the programme team or the domain of your address confirms it too, you will get a short email each Monday with the figures of your organisation, and a page with its learners and DPPs.',
        ),
        button('Answer: yes, I am, or no, I am not', url('lead')),
        paragraph('The link works for 60 days. Opening the page does not change anything.'),
        heading('Why we write to you'),
        paragraph(
          'We hold your name and this address only because they were given as those of the lead. If this is wrong, say no on the page: we will delete both.',
        ),
      ],
    }),
  }),
  'lead-confirmed': message({
    to: 'named-person',
    needs: ['person', 'organisation'],
    stillTrue: ({ person }) => isActiveLead(person),
    compose: ({ person, organisation }) => ({
      subject: subjectOf(
        `You are the prescribing lead of ${organisation.name} here`,
        'You are confirmed as prescribing lead',
      ),
      blocks: [
        heading('You are confirmed as prescribing lead'),
        hello(person.name),
        paragraph(`You are now the prescribing lead of ${organisation.name} in DPP Match.`),
        list([
          'Each Monday you get an email with the places and learners of your organisation. You can stop it with one press.',
          'It has a link to a page with your learners who need a DPP, your DPPs and their free places.',
          'With one form you can ask for up to 20 learners, before you know who they are. If colleagues ask for more than 3 at once, we ask you first.',
          'When a learner of yours asks from a private address, we ask you whether you support the request.',
        ]),
        paragraph(
          'If you no longer hold this role, reply to this email: the programme team will name your successor.',
        ),
      ],
    }),
  }),
  'lead-replaced': message({
    to: 'named-person',
    needs: ['person', 'organisation'],
    stillTrue: ({ person }) => !isActiveLead(person),
    compose: ({ person, organisation }) => ({
      subject: subjectOf(
        `You no longer get the digest of ${organisation.name}`,
        'You are no longer the prescribing lead here',
      ),
      blocks: [
        heading('You are no longer the prescribing lead here'),
        hello(person.name),
        paragraph(
          person.state === 'replaced'
            ? `The programme team has confirmed somebody else as prescribing lead of ${organisation.name}.`
            : `You are not confirmed as prescribing lead of ${organisation.name} any more.`,
        ),
        paragraph(
          'You will get no more digests about it, and the links in earlier ones have stopped working. If this is a mistake, reply to this email.',
        ),
      ],
    }),
  }),
  'team-lead-named': message({
    to: 'team',
    needs: ['person', 'organisation'],
    stillTrue: ({ person }) => person.state === 'proposed',
    compose: ({ person, organisation }) => {
      const current =
        organisation.leadConfirmedAt === undefined || organisation.leadEmail === undefined
          ? undefined
          : `${organisation.leadName ?? ''}, ${organisation.leadEmail}, since ${dayInWords(londonDay(organisation.leadConfirmedAt))}`;
      const verb = current === undefined ? 'confirm-lead' : 'replace-lead';
      return {
        subject: subjectOf(
          current === undefined
            ? `Confirm a lead: who leads ${organisation.name}?`
            : `Decide who leads ${organisation.name}: another was named`,
          current === undefined ? 'Confirm a prescribing lead' : 'Decide who leads: another lead was named',
        ),
        blocks: [
          heading(
            current === undefined ? 'A prescribing lead was named' : 'Another prescribing lead was named',
          ),
          facts([
            { label: 'Organisation', value: `${organisation.name} (${organisation.id})` },
            { label: 'Named now', value: `${person.name}, ${person.email}` },
            { label: 'Domain', value: kindOfDomainInWords[kindOfDomain(domainOf(person.email))] },
            { label: 'Named by', value: person.proposedBy ?? 'the programme team' },
            {
              label: 'Their address',
              value: person.addressConfirmedAt === undefined ? 'not confirmed yet' : 'confirmed by them',
            },
            { label: 'Confirmed lead', value: current ?? 'nobody' },
          ]),
          paragraph('Until you decide, this person gets no digest and no page, and counts for nothing.'),
          list([
            'Call the organisation on the telephone number of a public register, not on one that you were given.',
            `If it is right: npm run programme -- ${verb} ${organisation.id} --email ${person.email} --by "Your name" --how "…"`,
            `If it is not: npm run programme -- refuse-lead ${organisation.id} --email ${person.email} --by "Your name" --why "…"`,
          ]),
        ],
      };
    },
  }),
};
