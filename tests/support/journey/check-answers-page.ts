import { join, resolve } from 'node:path';
import { readSystem } from '../../../infra/build/read-system.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import type { Answers, Journey } from '../../../shared/journeys/question.ts';
import { registerJourney } from '../../../shared/journeys/register/register-journey.ts';
import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import { formOn, type Visit, type visitor } from './visitor.ts';

const folders = {
  'zz-riverlands': resolve(import.meta.dirname, '../../fixtures/systems/zz-riverlands'),
};
const project = resolve(import.meta.dirname, '../../../shared/reference/systems');

/** The journeys of a system, read from its folder. */
export const journeysOf = (systemId: string): Readonly<Record<Journey['id'], Journey>> => {
  const system = readSystem(systemId in folders ? folders['zz-riverlands'] : join(project, systemId));
  return { register: registerJourney(system), request: requestJourney(system) };
};

/** Fills in the pages of a journey, as a browser does, up to "Check your answers". Says of an organisation that it is in no list. */
export const checkAnswersPage = async (
  caller: Pick<ReturnType<typeof visitor>, 'see' | 'submit'>,
  { id, steps }: Journey,
  answers: Answers,
): Promise<Visit> => {
  let page = await caller.see(`/${id}`);
  for (const { questions } of steps.slice(0, -1)) {
    const { action, hidden } = formOn(page);
    page = await caller.submit(action, { ...hidden, ...formValues(questions, answers) });
    const asked = formOn(page);
    if (asked.hidden['choosing'] === 'yes')
      page = await caller.submit(asked.action, { ...asked.hidden, chosenOrganisation: 'none' });
  }
  if (!page.url.includes('/check-answers')) throw new Error(`the form stopped at ${page.url}`);
  return page;
};
