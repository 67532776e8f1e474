import { textIn } from '../../../shared/journeys/answers.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { NamedPerson, NamedRole } from '../../../shared/people/named-people.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { type LinkDeps, withLink } from '../../web/links/with-link.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { namedUnder } from '../../store/tell-named.ts';
import { namedStep } from './named-step.ts';
import type { objectToNaming } from './object-to-naming.ts';

interface Deps extends LinkDeps {
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly objectToNaming: ReturnType<typeof objectToNaming>;
}

const because: Readonly<Record<NamedRole, string>> = {
  approver: 'as the person who agreed for the employer that they supervise',
  'back-up': 'as the person who could step in when they are away',
};

const choiceOf = (token: string, { name }: Practitioner, named: NamedPerson): Choice => ({
  step: namedStep,
  actingAs: `This link was sent to ${named.email}.`,
  whatHappens: [
    `${name} gave your name and address ${named.roles.map((role) => because[role]).join(', and ')}.`,
    `If you object, we delete both from this listing and tell ${name} so.`,
    'Opening this page does not change anything.',
  ],
  sections: [
    {
      heading: 'What we hold about you here',
      rows: [
        { label: 'Name', value: named.name ?? 'No name' },
        { label: 'Email address', value: named.email },
      ],
    },
  ],
  action: `/named/${token}`,
  buttonText: 'Send my answer',
});

const deleted = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'deleted',
    title: 'Deleted',
    text: 'Your name and address are not in this listing.',
    next: ['You do not have to do anything else.'],
  });

const kept = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'kept',
    title: 'Thank you for your answer',
    text: 'We keep your name and address with this listing.',
    next: ['You can change your mind for as long as the link in our email works.'],
  });

/** The page on which somebody whom a DPP has named may object. GET shows, POST answers. Idempotent. */
export const namedPage = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  const facing = async (request: HttpRequest, link: Link): Promise<HttpReply | Choice> => {
    const practitioner = await deps.practitioners.findPresent(link.practitionerId ?? '');
    const named = practitioner && namedUnder(practitioner, link.occasion);
    return practitioner === undefined || named === undefined
      ? deleted(request)
      : choiceOf(request.params['token'] ?? '', practitioner, named);
  };
  return {
    show: withLink(deps, 'named', async (request, link) => {
      const page = await facing(request, link);
      return 'step' in page ? choicePage(request, page) : page;
    }),
    take: withLink(deps, 'named', async (request, link) => {
      const page = await facing(request, link);
      if (!('step' in page)) return page;
      const { answers, errors } = readStep(request, namedStep, londonDay(deps.clock.now()));
      if (errors.length > 0) return choicePage(request, page, errors);
      if (textIn(answers, 'answer') === 'agree') return kept(request);
      const outcome = await deps.objectToNaming(link.practitionerId ?? '', link.occasion ?? '');
      return outcome.ok ? deleted(request) : problem(request, problemOf('busy'));
    }),
  };
};
