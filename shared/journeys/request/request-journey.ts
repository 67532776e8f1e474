import { askToAgree } from '../question-builders.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { FormerFields, Journey } from '../question.ts';
import { foundationYear } from './foundation-step.ts';
import { requestKind, withoutKind } from './kind-steps.ts';
import { formerConflicts } from './former-conflicts.ts';
import { formerMiles } from './former-miles.ts';
import { requestCourse } from './course-step.ts';
import { requestNeeds } from './needs-steps.ts';
import { requestSupport } from './support-step.ts';
import { requestWho } from './who-steps.ts';

const bothFormer = (one: FormerFields, other: FormerFields): FormerFields => ({
  fields: { ...one.fields, ...other.fields },
  convert: (answers) => other.convert(one.convert(answers)),
});

/** Questions for a learner who needs a DPP, or for an employer who asks on a learner's behalf. */
export const requestJourney = (system: ServiceSystem): Journey => ({
  id: 'request',
  title: 'Request a DPP',
  former: bothFormer(bothFormer(formerConflicts, formerMiles(system)), withoutKind),
  steps: [
    ...requestKind,
    ...requestWho(system),
    requestCourse(system.universities),
    foundationYear(system),
    ...requestNeeds(system),
    requestSupport,
    {
      slug: 'check-answers',
      title: 'Check your answers',
      questions: [
        askToAgree({
          name: 'consent',
          wording: system.consent.request,
          missing: 'Tick the box to agree that we share your request with DPPs',
          changeWords: 'Change your agreement',
        }),
      ],
    },
  ],
});
