import { counted } from '../../shared/reference/reference-words.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import type { JourneyWords } from '../web/journeys/journey-words.ts';

type NamedSystem = Pick<ServiceSystem, 'name' | 'settings'>;

/** Texts of the registration. */
export const registerWords = ({ name }: NamedSystem): JourneyWords => ({
  path: '/register',
  startPath: '/become-a-dpp/',
  description: `Register as a designated prescribing practitioner (DPP) in ${name}: say who you are, where you work and how many learners you can supervise.`,
  buttonText: 'Send my registration',
  declaration: [
    'By sending this, you confirm that you can prescribe in your profession and that, as far as you know, the answers are true.',
  ],
  sentTitle: 'Check your email',
  sentText: 'Confirm your email address to complete your registration.',
  next: [
    'We have sent an email to the address you gave. Open this email within 7 days, and use its link to confirm your address.',
    'The programme team will then look you up in the public register of your regulator, usually within 5 working days.',
    'We will then list you in the directory and email you. We will email you about one learner at a time.',
  ],
});

/** Texts of the request. */
export const requestWords = ({ name, settings: { workingDaysToAnswer } }: NamedSystem): JourneyWords => ({
  path: '/request',
  startPath: '/request-a-dpp/',
  description: `Request a designated prescribing practitioner (DPP) in ${name}: say who is learning to prescribe, where and when.`,
  buttonText: 'Send my request',
  declaration: [
    'By sending this, you confirm that, as far as you know, the answers are true and the learner agrees to them.',
  ],
  sentTitle: 'Check your email',
  sentText: 'Confirm your email address to complete your request.',
  next: [
    'We have sent an email to the address you gave. Open this email within 7 days, and use its link to confirm your address.',
    `We will then ask the DPP who fits your request best. They normally have ${counted(workingDaysToAnswer, 'working day')} to answer.`,
    'If they cannot help, we will ask the next one. We will tell you about every step until the day by which you need a DPP.',
  ],
});
