import { wordsOf } from '../reference/reference-words.ts';
import { learnerName } from './learner-name.ts';
import { learnerOfGroup } from './learners-asked.ts';
import type { SupervisionRequest } from './request.ts';

/** Lists how to reach the learner, or the employer who asked. For the DPP of an agreed match only. */
export const requesterContact = (request: SupervisionRequest) => [
  { label: 'Learner', value: learnerName(request) ?? learnerOfGroup(request) ?? 'To be named' },
  ...(request.requestedBy === 'employer' ? [{ label: 'Requested by', value: request.requesterName }] : []),
  { label: 'Profession', value: wordsOf(request.profession) },
  { label: 'Organisation', value: request.organisation.name },
  { label: 'Work email', value: request.email },
];
