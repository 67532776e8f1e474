import { askedIn, stepsFor } from '../../../shared/journeys/check-journey.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import type { Answers, Journey } from '../../../shared/journeys/question.ts';
import { isSentUrl, submitStep } from './callers.ts';
import type { JourneyStack } from './stack.ts';
import { formOn, readable, type Visit } from './visitor.ts';

/** Somebody who fills in a journey page by page, with pauses between the pages. */
export const pageByPage = (caller: JourneyStack['caller'], { id, ...journey }: Journey, answers: Answers) => {
  const steps = stepsFor(journey, answers);
  let page: Visit | undefined;
  let done = 0;
  return {
    /** The page that is open. */
    open: () => page,
    isSent: () => page !== undefined && isSentUrl(page.url, id),
    /**
     * Opens the first page; after that, sends the page that is open. Does nothing when all pages were sent.
     * @throws if the service does not answer with the next page
     */
    goOn: async (): Promise<void> => {
      if (page === undefined) {
        page = await caller.see(`/${id}`);
        return;
      }
      const step = steps[done];
      if (step === undefined) return;
      const { action, hidden } = formOn(page);
      if (action !== `/${id}/${step.slug}`) throw new Error(`${step.slug} expected, not ${action}`);
      page = await submitStep(caller, action, { ...hidden, ...formValues(askedIn(step, answers), answers) });
      done += 1;
      if (page.status !== 200 && done < steps.length)
        throw new Error(`${step.slug}: ${page.status} ${readable(page.body).slice(0, 300)}`);
    },
  };
};
