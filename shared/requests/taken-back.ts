/** Why an offer was taken back from a DPP before they answered, as far as the learner may know. */
export const takenBackReasons = ['dpp-full', 'dpp-not-available', 'dpp-unreachable', 'team'] as const;
export type TakenBackReason = (typeof takenBackReasons)[number];

/** Tells the learner why an offer was taken back. Says nothing about the DPP that others should not know. */
export const takenBackInWords: Readonly<Record<TakenBackReason, string>> = {
  'dpp-full': 'The person we had asked has agreed to supervise somebody else and has no place left.',
  'dpp-not-available':
    'The person we had asked is not taking learners any more. This has nothing to do with your request.',
  'dpp-unreachable': 'We could not reach the person we had asked.',
  team: 'The programme team has taken back our question to the person we had asked.',
};
