import { isActiveLead } from '../../../shared/people/lead-moves.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';
import { leadStep } from './lead-step.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { confirmLead } from './confirm-lead.ts';

interface Deps extends LinkDeps {
  readonly organisations: Pick<OrganisationRepository, 'find'>;
  readonly trust: Pick<OrganisationTrustRepository, 'of'>;
  readonly confirmLead: ReturnType<typeof confirmLead>;
}

interface Asked {
  readonly organisation: Organisation;
  readonly person: OrganisationPerson;
}

const choiceOf = (token: string, { organisation, person }: Asked): Choice => ({
  step: leadStep,
  caption: organisation.name,
  actingAs: `This link was sent to ${person.email} for ${person.name}.`,
  whatHappens: [
    `If you say yes, you become the prescribing lead of ${organisation.name} here as soon as the programme team has confirmed you. If your address is at a domain that the team knows as the organisation’s own, this is at once.`,
    'If you say no, we delete your name and address.',
    'Opening this page does not change anything.',
  ],
  action: `/lead/${token}`,
  buttonText: 'Send my answer',
});

const confirmed = (request: HttpRequest, person: OrganisationPerson): HttpReply =>
  outcomePage(request, {
    code: isActiveLead(person) ? 'confirmed' : 'waits-for-the-team',
    title: 'Thank you for your answer',
    text: isActiveLead(person)
      ? 'You are the prescribing lead of your organisation here.'
      : 'Your address is confirmed. The programme team still has to confirm that you are the prescribing lead.',
    next: isActiveLead(person)
      ? ['You will get a short email each Monday, with a link to the page of your organisation.']
      : [
          'The team usually calls your organisation on the telephone number of a public register.',
          'Until then we send you nothing about the organisation.',
        ],
  });

const deleted = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'deleted',
    title: 'Deleted',
    text: 'We have deleted your name and address.',
    next: ['You do not have to do anything else.'],
  });

/** Handles the page on which somebody who was named as prescribing lead says whether they are. GET shows, POST answers. */
export const leadPage = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  const facing = async (request: HttpRequest, link: Link): Promise<HttpReply | Choice> => {
    const token = request.params['token'] ?? '';
    const { organisationId = '', personId } = link;
    const organisation = await deps.organisations.find(organisationId);
    const people = organisation === undefined ? [] : (await deps.trust.of({ id: organisation.id })).people;
    const person = people.find((one) => one.id === personId);
    if (organisation === undefined || person === undefined) return deadLink(request, 'lead', token);
    if (person.state !== 'proposed' && person.state !== 'confirmed') return deadLink(request, 'lead', token);
    return person.addressConfirmedAt === undefined
      ? choiceOf(token, { organisation, person })
      : confirmed(request, person);
  };

  return {
    show: withLink(deps, 'lead', async (request, link) => {
      const page = await facing(request, link);
      return 'step' in page ? choicePage(request, page) : page;
    }),
    take: withLink(deps, 'lead', async (request, link) => {
      const page = await facing(request, link);
      if (!('step' in page)) return page;
      const { answers, errors } = readStep(request, page.step, londonDay(deps.clock.now()));
      if (errors.length > 0) return choicePage(request, page, errors);
      const says = textIn(answers, 'answer') === 'yes' ? 'yes' : 'no';
      const outcome = await deps.confirmLead(link.organisationId ?? '', link.personId ?? '', says);
      if (!outcome.ok)
        return outcome.refusal === 'busy'
          ? problem(request, problemOf('busy'))
          : deadLink(request, 'lead', request.params['token'] ?? '');
      if (outcome.value === undefined) return deleted(request);
      const after = await facing(request, link);
      return 'step' in after ? choicePage(request, after) : after;
    }),
  };
};
