import { organisationText } from '../../people/organisation-text.ts';
import { typedOrganisation } from '../../people/typed-organisation.ts';
import { checkRegistrationNumber } from '../../people/registration-number.ts';
import { type AskForSupervision, askForSupervisionSchema } from '../../requests/request.ts';
import { type DeclaredConflict, personInOldText } from '../../requests/declared-conflict.ts';
import { siteAt } from '../../people/site-at.ts';
import { milesForMinutes, type Roads } from '../../geography/travel-reach.ts';
import { travelLimit } from '../../requests/travel-limit.ts';
import type { Day } from '../../kernel/time.ts';
import { professionSchema } from '../../reference/vocabulary.ts';
import type { PersonAnswer } from '../answer-value.ts';
import { isYes, listIn, numberIn, peopleIn, textIn } from '../answers.ts';
import { courseEndOf, hoursOf, signOffOf } from './request-defaults.ts';
import { knownWorkplace } from '../../systems/organisations/known-workplace.ts';
import type { OrganisationIndex } from '../../systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { Answers } from '../question.ts';

/** Answers that the request keeps under the same name. */
const sameNameFields = [
  'requestedBy',
  'requesterName',
  'email',
  'learnerName',
  'profession',
  'learnerType',
  'leadArea',
  'scope',
  'setting',
  'university',
  'courseStart',
  'applicationsClose',
  'days',
  'nmpLeadName',
  'nmpLeadEmail',
  'ownDpp',
  'canOffer',
  'onePersonReason',
] as const;

const numberOf = (answers: Answers): { readonly registrationNumber?: string } => {
  const written = textIn(answers, 'registrationNumber');
  if (written === undefined) return {};
  const checked = checkRegistrationNumber(professionSchema.parse(answers['profession']), written);
  if (!checked.ok) throw new Error(`unchecked registration number: ${checked.refusal.code}`);
  return { registrationNumber: checked.value.number };
};

/** Number of learners, if there are several. */
const learnersIn = (answers: Answers): { readonly learners?: number } => {
  const learners = numberIn(answers, 'learners') ?? 1;
  return learners > 1 ? { learners } : {};
};

/** Converts the answer about one person into conflicts, one for each kind of tie. */
const conflictsWith = ({ name, email, who, kinds }: PersonAnswer): readonly object[] =>
  kinds.map((kind) => ({
    kind,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { address: email }),
    ...(who === undefined ? {} : personInOldText(who)),
    decision: { is: 'undecided' },
  }));

/**
 * Lists the people with whom the learner declared a conflict. Leaves out practitioners who declared a
 * conflict themselves, because the learner must not learn of that declaration.
 */
const peopleOf = (conflicts: readonly DeclaredConflict[]): readonly PersonAnswer[] => {
  const people = new Map<string, PersonAnswer>();
  for (const { kind, name, address, oldText, practitionerId } of conflicts) {
    if (practitionerId !== undefined) continue;
    const person = oldText
      ? { who: name ?? address ?? '' }
      : { ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { email: address }) };
    const key = JSON.stringify(person);
    people.set(key, { ...person, kinds: [...(people.get(key)?.kinds ?? []), kind] });
  }
  return [...people.values()];
};

/**
 * Converts checked answers of the request, filling in defaults.
 * @param organisations the organisations of the system
 * @throws if the answers were not checked
 */
export const toAskForSupervision = (
  answers: Answers,
  system: ServiceSystem,
  organisations: OrganisationIndex,
  today: Day,
): AskForSupervision => {
  const kept = sameNameFields.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]]));
  const lead = textIn(answers, 'leadArea') ?? '';
  const site = siteAt(textIn(answers, 'outcode') ?? '', system.geography);
  const workplace = knownWorkplace(organisations, {
    organisation: typedOrganisation(textIn(answers, 'organisation') ?? '', site.outcode),
    sites: [site],
  });
  const maxMinutes = numberIn(answers, 'maxMinutes') ?? system.settings.travelMinutes;
  return askForSupervisionSchema.parse({
    ...Object.fromEntries(kept),
    ...numberOf(answers),
    ...learnersIn(answers),
    organisation: workplace.organisation,
    site: workplace.sites[0] ?? site,
    areas: [lead, ...listIn(answers, 'areas').filter((area) => area !== lead)],
    courseEnd: courseEndOf(answers, textIn(answers, 'courseStart') ?? ''),
    signOffNeededBy: signOffOf(answers, textIn(answers, 'applicationsClose') ?? '', today),
    hours: hoursOf(answers),
    namedDppHours: numberIn(answers, 'namedDppHours') ?? 0,
    maxMinutes,
    maxMiles: milesForMinutes(system, site.outcode, maxMinutes),
    remoteAcceptable: isYes(answers, 'remoteAcceptable'),
    employerSupport: isYes(answers, 'employerSupport'),
    conflicts: peopleIn(answers, 'conflicts').flatMap(conflictsWith),
    spokeHours: numberIn(answers, 'spokeHours') ?? 0,
  });
};

/** Converts a request back into answers, to show them. */
export const answersOfAsk = (ask: AskForSupervision, roads: Roads): Answers => {
  const kept = sameNameFields.flatMap((name) =>
    ask[name] === undefined ? [] : [[name, ask[name]] as const],
  );
  return {
    ...Object.fromEntries(kept),
    ...(ask.registrationNumber === undefined ? {} : { registrationNumber: ask.registrationNumber }),
    ...(ask.learners === undefined ? {} : { learners: ask.learners }),
    organisation: organisationText(ask.organisation),
    outcode: ask.site.outcode,
    areas: ask.areas.filter((area) => area !== ask.leadArea),
    courseEnd: ask.courseEnd,
    signOffNeededBy: ask.signOffNeededBy,
    hours: ask.hours,
    namedDppHours: ask.namedDppHours,
    maxMinutes: travelLimit(ask, roads),
    remoteAcceptable: ask.remoteAcceptable,
    employerSupport: ask.employerSupport,
    conflicts: peopleOf(ask.conflicts),
    spokeHours: ask.spokeHours,
  };
};
