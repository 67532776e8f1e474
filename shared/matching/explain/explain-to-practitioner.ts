import type { Contribution, Offer } from '../../offers/offer.ts';
import { counted, listed, within, wordsOf } from '../../reference/reference-words.ts';

type Facts = Contribution['facts'];

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const number = (facts: Facts, name: string): number => Number(facts[name] ?? 0);
const area = (facts: Facts, name: string): string => within(wordsOf(text(facts, name)));

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a criterion says to the practitioner; nothing where there is nothing to say. */
type Sentence = (facts: Facts) => string | undefined;

const toPractitioner: Readonly<Record<string, Sentence>> = {
  'back-up': () => 'You were named as the back-up of the learner’s DPP, who cannot go on.',
  area: (facts) => {
    const wanted = area(facts, 'wanted');
    switch (text(facts, 'knows')) {
      case 'leads':
        return `You lead in the learner’s main area: ${wanted}.`;
      case 'lists':
        return `You work in the learner’s main area: ${wanted}.`;
      case 'shares':
        return `You share one of the learner’s areas, ${area(facts, 'area')}. Their main area is ${wanted}.`;
      default:
        return `Your area, ${area(facts, 'area')}, is close to the learner’s: ${wanted}.`;
    }
  },
  travel: (facts) => {
    const miles = number(facts, 'miles');
    return miles === 0
      ? `You practise in the same town as the learner: ${text(facts, 'town')}.`
      : `You practise ${counted(miles, 'mile')} from the learner in a straight line (${text(facts, 'town')}).`;
  },
  'partly-remote': (facts) =>
    text(facts, 'remote') === 'yes'
      ? 'That is further than the learner can travel every time, so some of it would be remote.'
      : undefined,
  place: (facts) =>
    facts['learner'] === facts['practitioner']
      ? `You are both in ${wordsOf(text(facts, 'learner'))}.`
      : `You are in ${wordsOf(text(facts, 'practitioner'))} and the learner is in ${wordsOf(text(facts, 'learner'))}.`,
  setting: (facts) =>
    facts['learner'] === facts['practitioner']
      ? `You work in the setting that the learner wants: ${within(wordsOf(text(facts, 'learner')))}.`
      : undefined,
  days: (facts) => {
    const common = text(facts, 'common')
      .split(' ')
      .filter((day) => day !== '')
      .map(capital);
    return common.length === 0 ? undefined : `You are both free on ${listed(common)}.`;
  },
  'give-and-take': (facts) => {
    if (text(facts, 'own') === 'yes') return 'You work in the same organisation.';
    return number(facts, 'balance') > 0
      ? 'The learner’s organisation has lately hosted more learners for yours than yours for theirs.'
      : undefined;
  },
  load: (facts) => (number(facts, 'learners') === 0 ? 'You have no other learner in that time.' : undefined),
  remit: (facts) =>
    text(facts, 'knows') === 'own'
      ? `You are of the learner’s own profession: ${within(wordsOf(text(facts, 'profession')))}.`
      : undefined,
};

/** The order in which a practitioner is told. */
const told = [
  'back-up',
  'area',
  'travel',
  'partly-remote',
  'place',
  'setting',
  'days',
  'remit',
  'load',
  'give-and-take',
] as const;

/**
 * Why this practitioner was asked, as sentences to them: their place among those who could, then the facts that
 * counted for them, and what they should know beforehand.
 */
export const whyYou = ({
  rank,
  eligibleCount,
  contributions,
}: Pick<Offer, 'rank' | 'eligibleCount' | 'contributions'>): readonly string[] => {
  const others = eligibleCount - 1;
  const first =
    others < 1
      ? 'You are the only DPP who fits at the moment.'
      : rank === 1
        ? `Of ${eligibleCount} DPPs who fit, you fit best.`
        : `${counted(eligibleCount, 'DPP')} fit. You are number ${rank} among them.`;
  const sentences = told.flatMap((criterion) => {
    const found = contributions.find((contribution) => contribution.criterion === criterion);
    const sentence = found && toPractitioner[criterion]?.(found.facts);
    return sentence === undefined ? [] : [sentence];
  });
  return [first, ...sentences];
};
