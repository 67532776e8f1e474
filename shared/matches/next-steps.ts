import { dayInWords } from '../kernel/time.ts';
import { providerWords } from '../requests/provider-words.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { kindOf } from '../requests/request-kind.ts';

type Sought = Pick<
  SupervisionRequest,
  'signOffNeededBy' | 'learnerType' | 'state' | 'kind' | 'university' | 'applicationsClose'
>;

const isOnCourse = (request: Sought): boolean => kindOf(request) === 'on-course';
const isFoundation = ({ learnerType }: Sought): boolean => learnerType === 'foundation-pharmacist';

/** Says what a DPP signs or confirms. A foundation year has no university and no application. */
const whatToSign = (request: Sought): string => {
  const by = dayInWords(request.signOffNeededBy);
  if (isOnCourse(request))
    return `Ask the learner for the record of the hours done so far, and for the form with which the ${providerWords(request)} takes a new DPP.`;
  if (isFoundation(request))
    return `Tell the learner’s employer that you are the DPP. They report it by ${by}.`;
  return request.applicationsClose === undefined
    ? `Fill in the university’s form for DPPs when the learner sends it, by ${by}.`
    : `Sign your part of the university’s application before ${by}.`;
};

/** Says what a learner sends or reports. */
const whatToSend = (request: Sought): string => {
  const by = dayInWords(request.signOffNeededBy);
  if (isOnCourse(request))
    return `Tell the ${providerWords(request)} who your new DPP is, and send the DPP the record of the hours done so far.`;
  if (isFoundation(request)) return `Have your DPP reported by ${by}.`;
  return request.applicationsClose === undefined
    ? `Name them to the university when it asks, by ${by}.`
    : `Send them the university’s application: it has to be signed by ${by}.`;
};

/** Lists what a DPP does after an agreement. */
export const nextStepsOfPractitioner = (request: Sought, hasBackUp: boolean): readonly string[] => [
  'Write to the learner this week and agree when to meet.',
  whatToSign(request),
  'Tell your manager, and check that your indemnity covers supervision.',
  ...(hasBackUp ? [] : ['Name a back-up DPP on your page, to cover when you are away.']),
];

/** Lists what a learner, or the employer who asked, does after an agreement. */
export const nextStepsOfRequester = (request: Sought): readonly string[] => [
  'Write to them this week and agree when to meet.',
  whatToSend(request),
  isFoundation(request)
    ? 'Tell your employer and your designated supervisor who will supervise you.'
    : 'Tell your employer and your NMP lead who will supervise you.',
  ...(request.state === 'open' ? ['We are still looking for the other people you need.'] : []),
];
