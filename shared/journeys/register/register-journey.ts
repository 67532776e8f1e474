import { registerOffer } from './offer-step.ts';
import { registerSupport } from './support-step.ts';
import { registerYou } from './about-you-steps.ts';
import { registerWork } from './work-steps.ts';
import { askToAgree } from '../question-builders.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { Journey } from '../question.ts';

/** Questions for practitioners who want to be listed as a DPP. */
export const registerJourney = (system: ServiceSystem): Journey => ({
  id: 'register',
  title: 'Register as a DPP',
  steps: [
    ...registerYou,
    ...registerWork(system),
    ...registerOffer,
    registerSupport,
    {
      slug: 'check-answers',
      title: 'Check your answers',
      questions: [
        askToAgree({
          name: 'consent',
          wording: system.consent.register,
          missing: 'Tick the box to agree that we publish your listing',
          changeWords: 'Change your agreement',
        }),
      ],
    },
  ],
});
