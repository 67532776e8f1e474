import { askedIn, stepsFor } from '../../../shared/journeys/check-journey.ts';
import type { Answers, Journey } from '../../../shared/journeys/question.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import type { JourneyStack } from './stack.ts';
import { formOn, readable, type FormFields, type Visit } from './visitor.ts';
import { kentRegistration, kentRequest } from '../journeys.ts';

/** One of the service's two interfaces: pages with forms, or JSON. */
export interface Caller {
  readonly register: (answers: Answers) => Promise<void>;
  readonly ask: (answers: Answers) => Promise<void>;
  /**
   * Submits an answer on the page to which a link in an e-mail leads.
   * @returns the reply as text
   */
  readonly answer: (path: string, given: Readonly<Record<string, string>>) => Promise<string>;
  /** Returns the text at a path. */
  readonly read: (path: string) => Promise<string>;
}

const expectStatus = (visit: Visit, status: number): Visit => {
  if (visit.status !== status)
    throw new Error(
      `${visit.url}: ${visit.status} instead of ${status}: ${readable(visit.body).slice(0, 600)}`,
    );
  return visit;
};

/** Submits a page of a journey. Says that none is meant if the service asks which organisation of its list is. */
export const submitStep = async (
  caller: JourneyStack['caller'],
  action: string,
  fields: FormFields,
): Promise<Visit> => {
  const page = await caller.submit(action, fields);
  return page.body.includes('Which of these do you mean?')
    ? caller.submit(action, { ...formOn(page).hidden, chosenOrganisation: 'none' })
    : page;
};

const SECONDS_OF_A_PERSON = 5 / 60;

/** Whether an address is that of the page that says where the e-mail went. Its query holds the answers. */
export const isSentUrl = (url: string, id: string): boolean =>
  /^[^?]*/u.exec(url)?.[0].endsWith(`/${id}/sent`) === true;

/**
 * Fills in a journey page by page, as a browser without scripts does: submits each form with its hidden fields and
 * follows redirects.
 */
const fillIn = async (
  { caller, advance }: JourneyStack,
  { id, ...journey }: Journey,
  answers: Answers,
): Promise<void> => {
  const steps = stepsFor(journey, answers);
  let page = expectStatus(await caller.see(`/${id}`), 200);
  for (const step of steps) {
    const { action, hidden } = formOn(page);
    if (action !== `/${id}/${step.slug}`) throw new Error(`${step.slug} expected, not ${action}`);
    // Moves the clock forward by the time that a person needs, because a faster submission would count as a
    // bot's.
    if (step === steps.at(-1)) await advance({ minutes: SECONDS_OF_A_PERSON });
    page = expectStatus(
      await submitStep(caller, action, { ...hidden, ...formValues(askedIn(step, answers), answers) }),
      200,
    );
  }
  if (!isSentUrl(page.url, id)) throw new Error(`not sent: ${page.url}`);
};

export const byForms = (stack: JourneyStack): Caller => ({
  register: async (answers) => {
    await fillIn(stack, kentRegistration, answers);
    await stack.settle();
  },
  ask: async (answers) => {
    await fillIn(stack, kentRequest, answers);
    await stack.settle();
  },
  answer: async (path, given: FormFields) => {
    const first = expectStatus(await stack.caller.see(path), 200);
    const decision = String(given['decision'] ?? '');
    // An offer's page has a button for each answer, and asks what belongs to the answer on a second page.
    const page = first.body.includes(`name="answer" value="${decision}"`)
      ? expectStatus(await stack.caller.see(`${path}?answer=${decision}`), 200)
      : first;
    const { action, hidden } = formOn(page);
    const after = await stack.caller.submit(action, { ...hidden, ...given });
    await stack.settle();
    return readable(expectStatus(after, 200).body);
  },
  read: async (path) => readable(expectStatus(await stack.caller.see(path), 200).body),
});

/** Converts the answers of radio buttons to JSON: "yes" to true, "no" to false. */
const asJson = (given: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => ({
  ...given,
  ...(given['wouldAgain'] === undefined ? {} : { wouldAgain: given['wouldAgain'] === 'yes' }),
});

export const byJson = (stack: JourneyStack): Caller => ({
  register: async (answers) => {
    expectStatus(await stack.caller.post('/api/v1/practitioners', answers), 202);
    await stack.settle();
  },
  ask: async (answers) => {
    expectStatus(await stack.caller.post('/api/v1/requests', answers), 202);
    await stack.settle();
  },
  answer: async (path, given) => {
    const after = expectStatus(await stack.caller.post(path, asJson(given)), 200);
    await stack.settle();
    return after.body;
  },
  read: async (path) => expectStatus(await stack.caller.get(path), 200).body,
});
