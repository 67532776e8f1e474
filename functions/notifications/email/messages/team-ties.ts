import { judgeTies } from '../../../../shared/requests/learner-tie.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import { conflictOptions } from '../../../../shared/journeys/request/conflict-options.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { facts, heading, list, paragraph } from '../words.ts';

const kindInWords = (kind: string): string =>
  conflictOptions.find(({ value }) => value === kind)?.label ?? kind;

/** Message to the programme team about a tie that names leave unclear. */
export const teamTies = {
  'team-tie-unclear': message({
    to: 'team',
    needs: ['request', 'practitioner'],
    stillTrue: ({ request, practitioner }) =>
      request.state === 'open' && judgeTies(request, practitioner).standing === 'unclear',
    compose: ({ request, practitioner }) => {
      const learner = learnerName(request) ?? `the learner of ${request.requesterName}`;
      const isLearner = judgeTies(request, practitioner).kinds.includes('learner');
      const named = request.conflicts.map(
        ({ kind, name, address }) =>
          `${[name, address].filter((one) => one !== undefined).join(', ')}: ${kindInWords(kind)}`,
      );
      const command = `npm run programme -- tie ${request.id} --practitioner ${practitioner.id}`;
      return {
        subject: subjectOf(
          `Decide whether ${practitioner.name} has a tie with ${learner}`,
          'Decide whether a DPP has a tie with a learner',
        ),
        blocks: [
          heading('Do they have a tie?'),
          facts([
            { label: 'Learner', value: `${learner} (request ${request.id})` },
            { label: 'Asked by', value: `${request.requesterName}, ${request.email}` },
            { label: 'DPP', value: `${practitioner.name} (${practitioner.id})` },
            { label: 'Their address', value: practitioner.email },
            { label: 'Their organisation', value: practitioner.organisation.name },
          ]),
          paragraph(
            isLearner
              ? 'The DPP has the name of the learner, and we cannot tell whether they are one person.'
              : 'The DPP’s name is like one that the learner gave, and we cannot tell whether it is the same person.',
          ),
          ...(isLearner || named.length === 0 ? [] : [heading('The learner named'), list(named)]),
          paragraph(
            'Until you decide, we do not ask this DPP about this learner. We ask others meanwhile. This DPP would be among the first.',
          ),
          heading('What you can do'),
          list([
            `If there is a tie: ${command} --decision upheld --by "Your name" --why "What you know"`,
            `If there is none: ${command} --decision cleared --by "Your name" --why "What you know"`,
          ]),
        ],
      };
    },
  }),
};
