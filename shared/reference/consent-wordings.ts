/**
 * Exact wordings of consents. A changed wording gets a new id. Old wordings remain, because stored rows refer
 * to them. `current` is the wording in use.
 */
export const consentWordings = {
  'publish-1':
    'I agree that DPP Match publishes my name, profession, organisation, town, clinical areas, who I supervise and ' +
    'whether I have places, and keeps the rest to find learners for me. I can change this or leave at any time.',
  'request-1':
    'I agree that DPP Match shares this request with DPPs who could supervise, and our work contact details with ' +
    'the one who accepts. I can withdraw it at any time.',
} as const;

export const currentWordings = { register: 'publish-1', request: 'request-1' } as const;
