import { professions } from '../reference/professions.ts';
import { textIn } from './answers.ts';
import type { Answers, NotForYou } from './question.ts';

/**
 * Refuses dietitians and diagnostic radiographers as DPPs. They may prescribe only under a plan agreed with a
 * doctor, so they cannot sign learners off.
 */
export const supplementaryPrescriber = (answers: Answers): NotForYou | undefined => {
  const profession = professions.find(({ id }) => id === textIn(answers, 'profession'));
  if (profession?.prescribes !== 'supplementary') return undefined;
  const people = `${profession.words}s`;
  return {
    code: 'supplementary-prescriber',
    title: `${people} cannot be DPPs yet`,
    paragraphs: [
      `A designated prescribing practitioner signs learners off as independent prescribers. The law allows ${people.toLowerCase()} to prescribe only as supplementary prescribers, so you cannot register as a DPP. This is because of the law for your profession, not because of your experience.`,
      'You can still request a DPP to supervise you, and you can support learners in your team alongside their DPP.',
      'If you are also registered in another profession that prescribes independently, go back and choose that profession.',
    ],
    actions: [
      { label: 'Request a DPP for yourself', href: '/request-a-dpp/' },
      { label: 'Read what a DPP does', href: '/framework/' },
    ],
  };
};
