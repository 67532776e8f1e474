import type { KnownOrganisation } from './known-organisation.ts';

/** Words that are spelt in several ways, and the spelling under which they are compared. */
const spellings: ReadonlyMap<string, string | readonly string[]> = new Map(
  Object.entries({
    saint: 'st',
    street: 'st',
    road: 'rd',
    avenue: 'ave',
    lane: 'ln',
    center: 'centre',
    ctr: 'centre',
    cent: 'centre',
    hosp: 'hospital',
    med: 'medical',
    mc: ['medical', 'centre'],
    hc: ['health', 'centre'],
    pract: 'practice',
    prac: 'practice',
    surg: 'surgery',
    chemists: 'chemist',
    pharm: 'pharmacy',
    univ: 'university',
    uni: 'university',
    ft: ['foundation', 'trust'],
    doctor: 'dr',
    doctors: 'dr',
    limited: 'ltd',
  }),
);

const ignored: ReadonlySet<string> = new Set('a an and at by for gp in near of on the'.split(' '));

/**
 * Words that many organisations have in their names. A search for "Mill Street Surgery" finds "Mill Street" too:
 * these words rank the organisations, but an organisation may lack them.
 */
const commonWords: ReadonlySet<string> = new Set(
  (
    'ave care centre chemist clinic community company dr foundation group health hospital house ln ltd medical ' +
    'network nhs of partners partnership pcn pharmacy plc practice primary rd services st surgery trust uk'
  ).split(' '),
);

/** Whether a word is so common in names of organisations that it does not tell one from another. */
export const isCommonWord = (word: string): boolean => commonWords.has(word);

/** Splits a text into the words under which organisations are compared: lower case, no accents, one spelling. */
export const wordsOf = (text: string): readonly string[] => {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase();
  return (plain.match(/[a-z0-9]+/gu) ?? []).flatMap((word) =>
    ignored.has(word) ? [] : (spellings.get(word) ?? word),
  );
};

/** The words of a text as one, to compare names: "The St. Mary’s Surgery" and "saint marys surgery" have the same. */
export const comparableName = (text: string): string => wordsOf(text).join(' ');

/** Words that people use for a kind of organisation, whether or not they are in its name. */
export const kindWords: Readonly<Record<KnownOrganisation['kind'], readonly string[]>> = {
  'nhs-trust': ['nhs', 'trust', 'hospital'],
  'trust-site': ['hospital', 'nhs'],
  'community-provider': ['community', 'care'],
  pcn: ['pcn', 'primary', 'care', 'network'],
  'gp-practice': ['surgery', 'practice', 'medical', 'dr', 'health', 'centre'],
  pharmacy: ['pharmacy', 'chemist'],
  hospice: ['hospice'],
  university: ['university'],
  other: [],
};
