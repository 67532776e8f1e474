import type { Contribution } from '../../offers/offer.ts';
import { counted, listed, within, wordsOf } from '../../reference/reference-words.ts';

type Facts = Contribution['facts'];

const name = (fact: Facts[string]): string => within(wordsOf(String(fact)));
const day = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** Both sides of a comparison, or once what they share. */
const bothSides = (dpp: Facts[string] | undefined, learner: Facts[string] | undefined): readonly string[] => {
  if (dpp === undefined || learner === undefined) return [];
  const [theirs, wanted] = [wordsOf(String(dpp)), wordsOf(String(learner))];
  return theirs === wanted ? [`both ${theirs}`] : [`DPP: ${theirs}`, `learner: ${wanted}`];
};

const areaKnown = ({ knows, area, wanted }: Facts): string | undefined => {
  if (wanted === undefined || area === undefined) return undefined;
  switch (knows) {
    case 'leads':
      return `leads in ${name(wanted)}`;
    case 'lists':
      return `works in ${name(wanted)}`;
    case 'shares':
      return `shares ${name(area)} with the learner, whose main area is ${name(wanted)}`;
    default:
      return `${name(area)} is near to ${name(wanted)}`;
  }
};

const given = (balance: Facts[string]): string =>
  Number(balance) === 0
    ? 'nothing owed'
    : Number(balance) > 0
      ? `the learner’s organisation is owed ${counted(Number(balance), 'learner')}`
      : `the learner’s organisation owes ${counted(-Number(balance), 'learner')}`;

const remit: Readonly<Record<string, string>> = {
  own: 'of that profession',
  supervised: 'of another profession, has supervised before',
  new: 'of another profession, has not supervised before',
};

/** What each criterion's facts say. A fact that an older policy did not note is left out. */
const said: Readonly<Record<string, (facts: Facts) => readonly (string | undefined)[]>> = {
  travel: ({ miles, minutes, town }) => [
    miles === undefined ? undefined : `${counted(Number(miles), 'mile')} in a straight line`,
    minutes === undefined ? undefined : `about ${counted(Number(minutes), 'minute')}`,
    town === undefined ? undefined : String(town),
  ],
  'partly-remote': ({ remote }) => [
    remote === 'yes' ? 'further than the learner travels every time' : undefined,
  ],
  place: ({ practitioner, learner }) => bothSides(practitioner, learner),
  area: (facts) => [areaKnown(facts)],
  setting: ({ practitioner, learner }) => bothSides(practitioner, learner),
  days: ({ common, missing }) => {
    const days = String(common ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .map(day);
    return [
      common === undefined ? undefined : days.length === 0 ? 'none in common' : `${listed(days)} in common`,
      missing === undefined || missing === 0 ? undefined : `${counted(Number(missing), 'day')} too few`,
    ];
  },
  'give-and-take': ({ own, balance }) => [
    own === 'yes' ? 'the same organisation' : balance === undefined ? undefined : given(balance),
  ],
  load: ({ learners }) => [
    learners === undefined ? undefined : `${counted(Number(learners), 'other learner')} in that time`,
  ],
  confirmed: ({ days }) => [days === undefined ? undefined : `${counted(Number(days), 'day')} ago`],
  remit: ({ knows }) => [remit[String(knows)]],
  pressure: ({ price }) => [price === undefined ? undefined : 'the price that recent rounds left'],
  team: ({ practitioner, signsOff }) =>
    practitioner === undefined || signsOff === undefined
      ? []
      : [`DPP: ${wordsOf(String(practitioner))}`, `who signs off: ${wordsOf(String(signsOff))}`],
};

/**
 * The facts behind one part of a cost, for the programme team: "2 miles in a straight line", "Monday and Friday in common".
 * A criterion that is not known any more shows its facts as they were noted.
 */
export const factsInWords = ({ criterion, facts }: Pick<Contribution, 'criterion' | 'facts'>): string => {
  const words = said[criterion];
  const parts =
    words?.(facts) ?? Object.entries(facts).map(([fact, value]) => `${fact} ${wordsOf(String(value))}`);
  return parts.filter((part) => part !== undefined).join(', ');
};
