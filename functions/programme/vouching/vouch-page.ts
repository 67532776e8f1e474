import { textIn } from '../../../shared/journeys/answers.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { vouchAnswerSchema, type VouchAnswer } from '../../../shared/people/vouch.ts';
import { professions } from '../../../shared/reference/professions.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';
import { answerVouch, type Asked, findVouch, type OpenVouch, type VouchDeps } from './answer-vouch.ts';
import { vouchStep } from './vouch-step.ts';

interface Deps extends VouchDeps, LinkDeps {
  readonly clock: VouchDeps['clock'];
}

const askedIn = ({ practitionerId = '', organisationId = '', occasion = '' }: Link): Asked => ({
  practitionerId,
  organisationId,
  personId: occasion,
});

const choiceFor = (token: string, { practitioner, person }: OpenVouch): Choice => ({
  step: vouchStep,
  caption: practitioner.organisation.name,
  actingAs: `You are answering as ${person.name}.`,
  whatHappens: [
    'This person wants to be listed as a designated prescribing practitioner (DPP), who supervises and signs off people who learn to prescribe. The programme team has found them in the public register. Please say whether they work with you.',
    'You do not vouch for their skills, and you take on no duty. We tell the programme team what you answered, and nobody else.',
    'Opening this page does not change anything.',
  ],
  sections: [
    {
      heading: 'The person',
      rows: [
        { label: 'Name', value: practitioner.name },
        {
          label: 'Profession',
          value:
            professions.find(({ id }) => id === practitioner.profession)?.words ?? practitioner.profession,
        },
        { label: 'Says they work at', value: practitioner.organisation.name },
        { label: 'Email address', value: practitioner.email },
      ],
    },
  ],
  action: `/vouch/${token}`,
  buttonText: 'Send my answer',
});

const done: Readonly<Record<VouchAnswer, { readonly text: string; readonly next: readonly string[] }>> = {
  yes: {
    text: 'You said that this person works with you.',
    next: ['We will list them as a DPP. You do not have to do anything else.'],
  },
  no: {
    text: 'You said that this person does not work with you.',
    next: ['We have told the programme team, who will not list them because of your answer.'],
  },
  unknown: {
    text: 'You said that you do not know this person.',
    next: ['We have told the programme team, who will ask somebody else.'],
  },
};

const thanks = (request: HttpRequest, answer: VouchAnswer): HttpReply =>
  outcomePage(request, {
    code: answer,
    title: 'Thank you for your answer',
    ...done[answer],
    next: [...done[answer].next, 'If you made a mistake, reply to our email.'],
  });

/**
 * The page on which a person whom the team has confirmed for an organisation says whether a DPP works there. GET shows,
 * POST answers, once. Idempotent.
 */
export const vouchPage = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  const behind = (
    handle: (request: HttpRequest, choice: Choice, asked: Asked) => Promise<HttpReply>,
  ): HttpHandler =>
    withLink(deps, 'vouch', async (request, link) => {
      const token = request.params['token'] ?? '';
      const found = await findVouch(deps)(askedIn(link));
      if (found === undefined) return deadLink(request, 'vouch', token);
      return found.vouch.answer === undefined
        ? handle(request, choiceFor(token, found), askedIn(link))
        : thanks(request, found.vouch.answer);
    });

  return {
    show: behind((request, choice) => Promise.resolve(choicePage(request, choice))),
    take: behind(async (request, choice, asked) => {
      const { answers, errors } = readStep(request, choice.step, londonDay(deps.clock.now()));
      if (errors.length > 0) return choicePage(request, choice, errors);
      const answered = await answerVouch(deps)(asked, vouchAnswerSchema.parse(textIn(answers, 'answer')));
      if (answered.ok) return thanks(request, answered.value);
      return answered.refusal === 'busy'
        ? problem(request, problemOf('busy'))
        : deadLink(request, 'vouch', request.params['token'] ?? '');
    }),
  };
};
