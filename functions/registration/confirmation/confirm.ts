import { soughtUntil } from '../../../shared/offers/offer-clock.ts';
import { counted } from '../../../shared/reference/reference-words.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { isListingOver, type Practitioner } from '../../../shared/people/practitioner.ts';
import { isHeldBack, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem } from '../../web/http/problem.ts';
import { addressHash } from '../../platform/hash.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import type { ConfirmRefusal } from './confirm-practitioner.ts';
import type { ConfirmRequestRefusal } from './confirm-request.ts';
import type { NewAddressOfDppRefusal } from './confirm-practitioner-address.ts';
import type { NewAddressRefusal } from './confirm-new-address.ts';
import { registrationProblem } from './registration-problem.ts';
import { confirmStep } from '../../../shared/journeys/confirm-step.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';

interface Deps extends LinkDeps {
  readonly system: Pick<ServiceSystem, 'settings'>;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly requests: Pick<RequestRepository, 'findPresent'>;
  readonly confirmPractitioner: (id: string) => Promise<Result<Practitioner, ConfirmRefusal>>;
  readonly confirmRequest: (
    id: string,
    network: string,
  ) => Promise<Result<SupervisionRequest, ConfirmRequestRefusal>>;
  /** Makes a new address the requester's own. */
  readonly confirmPractitionerAddress: (id: string) => Promise<Result<Practitioner, NewAddressOfDppRefusal>>;
  readonly confirmNewAddress: (id: string) => Promise<Result<SupervisionRequest, NewAddressRefusal>>;
  /** Deletes a registration or request whose address belongs to somebody else. */
  readonly disown: (link: Link) => Promise<void>;
}

const practitionerChoice = (token: string, { name, email }: Practitioner): Choice => ({
  step: confirmStep(
    'Confirm your email address',
    'Yes, confirm my registration',
    'No, delete this registration',
  ),
  caption: 'Register as a DPP',
  actingAs: `This link was sent to ${email} for ${name}.`,
  whatHappens: [
    'If you confirm, the programme team will look you up in the public register of your regulator and then list you as a DPP.',
    'Opening this page does not change anything.',
  ],
  action: `/confirm/${token}`,
  buttonText: 'Save my answer',
});

const requestChoice = (token: string, request: SupervisionRequest): Choice => ({
  step: confirmStep('Confirm your email address', 'Yes, start the search', 'No, delete this request'),
  caption: 'Request a DPP',
  actingAs: `This link was sent to ${request.email} for ${request.requesterName}.`,
  whatHappens: [
    `If you confirm, we will ask the DPP who fits your request best. We will keep asking DPPs until one accepts, or until ${dayInWords(soughtUntil(request))}.`,
    'Opening this page does not change anything.',
  ],
  action: `/confirm/${token}`,
  buttonText: 'Save my answer',
});

const practitionerDone = (request: HttpRequest, practitioner: Practitioner): HttpReply =>
  outcomePage(request, {
    code: practitioner.state,
    title: 'Email address confirmed',
    text: practitioner.provisional
      ? 'You are listed and marked “not yet checked”.'
      : 'Your registration is with the programme team.',
    next: [
      'The programme team will look you up in the public register of your regulator, usually within 5 working days.',
      practitioner.provisional
        ? 'We will then remove the mark “not yet checked” and email you.'
        : 'We will then list you in the directory and email you.',
      'We will email you about one learner at a time. You can accept or decline each time.',
    ],
  });

/**
 * Says what happens next. The same for every confirmed request: whoever asked again for somebody else's learner must not
 * read here that the learner has a request already.
 */
const requestDone = (
  request: HttpRequest,
  { signOffNeededBy }: SupervisionRequest,
  { workingDaysToAnswer }: ServiceSystem['settings'],
): HttpReply =>
  outcomePage(request, {
    code: 'confirmed',
    title: 'Email address confirmed',
    text: `We have your request. You need a DPP by ${dayInWords(signOffNeededBy)}.`,
    next: [
      'We will email you in a few minutes. The email says what happens with your request, and has a link that you can use to follow or withdraw it.',
      `When we look for a DPP, we ask the one who fits your request best. They normally have ${counted(workingDaysToAnswer, 'working day')} to answer. If they cannot help, we ask the next one and tell you.`,
    ],
  });

const newAddressChoice = (
  token: string,
  { requesterName }: SupervisionRequest,
  newEmail: string,
): Choice => ({
  step: confirmStep('Confirm your new address', 'Yes, use this address', 'No, I did not ask for this'),
  caption: 'Request a DPP',
  actingAs: `This link was sent to ${newEmail} for ${requesterName}.`,
  whatHappens: [
    'If you confirm, all our emails about the request will go to this address. If it is a work address that we know, the search for a DPP starts.',
    'Opening this page does not change anything.',
  ],
  action: `/confirm/${token}`,
  buttonText: 'Save my answer',
});

const newAddressDone = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'confirmed',
    title: 'New address confirmed',
    text: 'All our emails about your request will come to this address.',
    next: [
      'We will email you in a few minutes. The email says what happens with your request, and has a link to it.',
    ],
  });

const newAddressLeft = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'left',
    title: 'Nothing has changed',
    text: 'We will not use this address for the request.',
    next: ['You do not have to do anything else.', 'If this happens again, tell the programme team.'],
  });

const addressOfDppChoice = (token: string, { name }: Practitioner, newEmail: string): Choice => ({
  step: confirmStep('Confirm your new address', 'Yes, use this address', 'No, I did not ask for this'),
  caption: 'Your listing as a DPP',
  actingAs: `This link was sent to ${newEmail} for ${name}.`,
  whatHappens: [
    'If you confirm, all our emails about the listing will go to this address, and links that we sent to the former one stop working.',
    'Opening this page does not change anything.',
  ],
  action: `/confirm/${token}`,
  buttonText: 'Save my answer',
});

const addressOfDppDone = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'confirmed',
    title: 'New address confirmed',
    text: 'All our emails about your listing will come to this address.',
    next: ['We will email you in a few minutes. The email has a link to your page.'],
  });

const disowned = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'deleted',
    title: 'Deleted',
    text: 'We have deleted everything that was sent to us with your email address.',
    next: ['You do not have to do anything else.', 'If this happens again, tell the programme team.'],
  });

/**
 * Handles the link that confirms an e-mail address (double opt-in). GET shows whose address it is and what will
 * happen; POST confirms it. Idempotent.
 */
export const confirm = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  /**
   * Returns the choice about the link's registration or request. If the choice has been made, returns the result
   * page.
   */
  const facing = async (request: HttpRequest, link: Link): Promise<HttpReply | Choice> => {
    const token = request.params['token'] ?? '';
    if (link.recipient === 'practitioner') {
      const practitioner = await deps.practitioners.findPresent(link.practitionerId ?? '');
      if (link.occasion !== undefined) return facingAddressOfDpp(request, link.occasion, practitioner);
      if (practitioner?.state === 'unconfirmed') return practitionerChoice(token, practitioner);
      if (practitioner !== undefined && practitioner.state !== 'withdrawn')
        return practitionerDone(request, practitioner);
    } else {
      const asked = await deps.requests.findPresent(link.requestId ?? '');
      if (link.occasion !== undefined) return facingNewAddress(request, link.occasion, asked);
      if (asked?.state === 'unconfirmed' && !isHeldBack(asked)) return requestChoice(token, asked);
      if (asked !== undefined && asked.state !== 'withdrawn')
        return requestDone(request, asked, deps.system.settings);
    }
    return deadLink(request, 'confirm', token);
  };

  /** The choice about an address that the team entered for a DPP, or what has become of it. @param hash its hash */
  const facingAddressOfDpp = (
    request: HttpRequest,
    hash: string,
    practitioner: Practitioner | undefined,
  ): HttpReply | Choice => {
    const token = request.params['token'] ?? '';
    if (practitioner === undefined || isListingOver(practitioner)) return deadLink(request, 'confirm', token);
    if (practitioner.newEmail !== undefined && addressHash(practitioner.newEmail) === hash)
      return addressOfDppChoice(token, practitioner, practitioner.newEmail);
    return addressHash(practitioner.email) === hash
      ? addressOfDppDone(request)
      : deadLink(request, 'confirm', token);
  };

  /** The choice about another address, or what has become of it. @param hash hash of the address */
  const facingNewAddress = (
    request: HttpRequest,
    hash: string,
    asked: SupervisionRequest | undefined,
  ): HttpReply | Choice => {
    const token = request.params['token'] ?? '';
    if (asked?.newEmail !== undefined && addressHash(asked.newEmail) === hash)
      return newAddressChoice(token, asked, asked.newEmail);
    return asked !== undefined && addressHash(asked.email) === hash
      ? newAddressDone(request)
      : deadLink(request, 'confirm', token);
  };

  const confirmed = async (request: HttpRequest, link: Link): Promise<HttpReply> => {
    if (link.recipient === 'practitioner' && link.occasion !== undefined) {
      const changed = await deps.confirmPractitionerAddress(link.practitionerId ?? '');
      return changed.ok ? addressOfDppDone(request) : problem(request, registrationProblem(changed.refusal));
    }
    if (link.recipient === 'practitioner') {
      const outcome = await deps.confirmPractitioner(link.practitionerId ?? '');
      return outcome.ok
        ? practitionerDone(request, outcome.value)
        : problem(request, registrationProblem(outcome.refusal));
    }
    if (link.occasion !== undefined) {
      const changed = await deps.confirmNewAddress(link.requestId ?? '');
      return changed.ok ? newAddressDone(request) : problem(request, registrationProblem(changed.refusal));
    }
    const outcome = await deps.confirmRequest(link.requestId ?? '', request.network);
    return outcome.ok
      ? requestDone(request, outcome.value, deps.system.settings)
      : problem(request, registrationProblem(outcome.refusal));
  };

  return {
    show: withLink(deps, 'confirm', async (request, link) => {
      const page = await facing(request, link);
      return 'step' in page ? choicePage(request, page) : page;
    }),
    take: withLink(deps, 'confirm', async (request, link) => {
      const page = await facing(request, link);
      if (!('step' in page)) return page;
      const { answers, errors } = readStep(request, page.step, londonDay(deps.clock.now()));
      if (errors.length > 0) return choicePage(request, page, errors);
      if (textIn(answers, 'decision') === 'yes') return confirmed(request, link);
      if (link.occasion !== undefined) return newAddressLeft(request);
      await deps.disown(link);
      return disowned(request);
    }),
  };
};
