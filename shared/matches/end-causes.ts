import type { EndReason } from './match.ts';
import type { EndCauseId } from './ending.ts';
import type { Side } from './match-feedback.ts';

/** A reason why one match ends early. */
interface EndCause {
  readonly id: EndCauseId;
  /** The words that a side selects; a side without words does not have this reason to select. */
  readonly practitioner?: string;
  readonly requester?: string;
  /** Words for the other side, after "The DPP told us that " or "The learner told us that ". */
  readonly told: { readonly ofPractitioner: string; readonly ofRequester: string };
  /** The reason as rows of every version store it. */
  readonly reason: EndReason;
  /** Whether the request ends too, because the learner needs no other DPP for now. */
  readonly closes: boolean;
  /** Whether the programme team is told at once. */
  readonly tellsTeam: boolean;
}

/** Both sides may say it; the other side reads the same. */
const either = (words: string) => ({ ofPractitioner: words, ofRequester: words });

/** The reasons why one match ends early, in the order in which a page offers them. */
export const endCauses: readonly EndCause[] = [
  {
    id: 'broke-down',
    practitioner: 'The placement is not working',
    requester: 'The placement is not working',
    told: either('the placement is not working for them'),
    reason: 'not-working',
    closes: false,
    tellsTeam: true,
  },
  {
    id: 'no-contact',
    practitioner: 'I cannot reach the learner, or they have stopped coming',
    requester: 'I cannot reach my DPP, or they have no time for me',
    told: {
      ofPractitioner: 'they could not reach the learner, or that the learner has stopped coming',
      ofRequester: 'they could not reach the DPP, or that the DPP has had no time',
    },
    reason: 'not-working',
    closes: false,
    tellsTeam: true,
  },
  {
    id: 'dpp-ill',
    practitioner: 'I am ill, or away for a long time',
    requester: 'My DPP is ill, or away for a long time',
    told: {
      // Health is the DPP's own to mention.
      ofPractitioner: 'they will not be there for a long time',
      ofRequester: 'the DPP will not be there for a long time',
    },
    reason: 'dpp-left',
    closes: false,
    tellsTeam: false,
  },
  {
    id: 'dpp-moves',
    practitioner: 'I am leaving my job, or moving',
    requester: 'My DPP has left their job, or moved',
    told: {
      ofPractitioner: 'they are leaving their job or moving',
      ofRequester: 'the DPP has left their job or moved',
    },
    reason: 'dpp-left',
    closes: false,
    tellsTeam: false,
  },
  {
    id: 'employer',
    practitioner: 'My employer cannot host the learner any longer',
    requester: 'An employer has ended the placement',
    told: {
      ofPractitioner: 'their employer cannot host the learner any longer',
      ofRequester: 'an employer has ended the placement',
    },
    reason: 'employer',
    closes: false,
    tellsTeam: true,
  },
  {
    id: 'not-signed-off',
    practitioner: 'I cannot sign the learner off',
    requester: 'I was not signed off',
    told: {
      ofPractitioner: 'they cannot sign the learner off',
      ofRequester: 'they were not signed off',
    },
    reason: 'other',
    closes: true,
    tellsTeam: true,
  },
  {
    id: 'suspended',
    practitioner: 'The learner is suspended from work or from the course',
    requester: 'I am suspended from work or from the course',
    told: {
      ofPractitioner: 'the learner is suspended from work or from the course',
      ofRequester: 'they cannot go on with the course for now',
    },
    reason: 'other',
    closes: true,
    tellsTeam: true,
  },
  {
    id: 'funding',
    requester: 'My funding was withdrawn',
    told: either('their funding was withdrawn'),
    reason: 'other',
    closes: true,
    tellsTeam: true,
  },
  {
    id: 'course-closed',
    practitioner: 'The course was closed',
    requester: 'My course was closed',
    told: either('the course was closed'),
    reason: 'other',
    closes: true,
    tellsTeam: true,
  },
  {
    id: 'learner-left',
    practitioner: 'The learner has left the course',
    requester: 'I have left the course',
    told: {
      ofPractitioner: 'the learner has left the course',
      ofRequester: 'they have left the course',
    },
    reason: 'learner-left',
    closes: true,
    tellsTeam: false,
  },
  {
    id: 'other',
    practitioner: 'Another reason',
    requester: 'Another reason',
    told: either('it cannot go on, for another reason'),
    reason: 'other',
    closes: false,
    tellsTeam: false,
  },
];

/** Finds a reason by its id. @throws if there is none, because schemas let no other id pass */
export const endCauseOf = (id: EndCauseId): EndCause => {
  const found = endCauses.find((cause) => cause.id === id);
  if (found === undefined) throw new Error(`unknown reason for the end of a match: ${id}`);
  return found;
};

/** Words of one side about the end, as a sentence for the other side and for the team. */
export const endingInWords = (side: Side, id: EndCauseId): string => {
  const { told } = endCauseOf(id);
  return side === 'practitioner'
    ? `The DPP told us that ${told.ofPractitioner}.`
    : `The learner told us that ${told.ofRequester}.`;
};
