import { dayInWords } from '../kernel/time.ts';
import type { SupervisionRequest } from '../requests/request.ts';

type Sought = Pick<SupervisionRequest, 'signOffNeededBy' | 'learnerType' | 'state'>;

const isFoundation = ({ learnerType }: Sought): boolean => learnerType === 'foundation-pharmacist';

/** Lists what a DPP does after an agreement. A foundation year has no university and no application. */
export const nextStepsOfPractitioner = (request: Sought, hasBackUp: boolean): readonly string[] => [
  'Write to the learner this week and agree when to meet.',
  isFoundation(request)
    ? `Tell the learner’s employer that you are the DPP. They report it by ${dayInWords(request.signOffNeededBy)}.`
    : `Sign your part of the university’s application before ${dayInWords(request.signOffNeededBy)}.`,
  'Tell your manager, and check that your indemnity covers supervision.',
  ...(hasBackUp ? [] : ['Name a back-up DPP on your page, to cover when you are away.']),
];

/** Lists what a learner, or the employer who asked, does after an agreement. */
export const nextStepsOfRequester = (request: Sought): readonly string[] => [
  'Write to them this week and agree when to meet.',
  isFoundation(request)
    ? `Have your DPP reported by ${dayInWords(request.signOffNeededBy)}.`
    : `Send them the university’s application: it has to be signed by ${dayInWords(request.signOffNeededBy)}.`,
  'Tell your employer and your NMP lead who will supervise you.',
  ...(request.state === 'open' ? ['We are still looking for the other people you need.'] : []),
];
