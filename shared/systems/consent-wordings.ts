import * as z from 'zod';

/** What people agree to, by journey. */
const journeys = ['register', 'request'] as const;
export type ConsentJourney = (typeof journeys)[number];

const idOfWording = z.string().regex(/^[a-z][a-z0-9-]*-[0-9]+$/u);
const text = z.string().min(1).max(600);

/**
 * Schema of `consent.json`: every wording that people of a system have agreed to, by its id, and the one in use. A changed
 * wording gets a new id. Old ones stay, because stored rows refer to them.
 */
export const consentFileSchema = z.strictObject({
  current: z.partialRecord(z.enum(journeys), idOfWording),
  wordings: z.record(idOfWording, text),
});
export type ConsentFile = z.infer<typeof consentFileSchema>;

/** The wordings of a system that has no `consent.json`. */
export const commonWordings: Readonly<Record<string, string>> = {
  'publish-1':
    'I agree that DPP Match publishes my name, profession, organisation, town, clinical areas, who I supervise and ' +
    'whether I have places, and keeps the rest to find learners for me. I can change this or leave at any time.',
  'request-1':
    'I agree that DPP Match shares this request with DPPs who could supervise, and our work contact details with ' +
    'the one who accepts. I can withdraw it at any time.',
};

const commonCurrent: Readonly<Record<ConsentJourney, string>> = {
  register: 'publish-1',
  request: 'request-1',
};

/** Every wording that the rows of a system may refer to, by its id. */
export const wordingsOf = ({ wordings }: ConsentFile): Readonly<Record<string, string>> => ({
  ...commonWordings,
  ...wordings,
});

/** A wording that people read and agree to. Its id is stored with the consent. */
export interface Wording {
  readonly id: string;
  readonly text: string;
}

/** Finds the wordings in use in a system. @throws Error if a current wording has no text */
export const currentWordings = (file: ConsentFile): Readonly<Record<ConsentJourney, Wording>> => {
  const wordings = wordingsOf(file);
  const wordingOf = (journey: ConsentJourney): Wording => {
    const id = file.current[journey] ?? commonCurrent[journey];
    const words = wordings[id];
    if (words === undefined) throw new Error(`consent.json has no wording ${id}`);
    return { id, text: words };
  };
  return { register: wordingOf('register'), request: wordingOf('request') };
};
