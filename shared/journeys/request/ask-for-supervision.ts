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
import { courseEndOf, hoursOf, learnerTypeOf, professionOf, signOffOf } from './request-defaults.ts';
import { isKind } from './kind-steps.ts';
import { kindOf } from '../../requests/request-kind.ts';
import { anotherUniversity } from '../../reference/universities.ts';
import { knownWorkplace } from '../../systems/organisations/known-workplace.ts';
import type { OrganisationIndex } from '../../systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { Answers } from '../question.ts';
import { namedHoursOf } from '../../requests/hours-with.ts';

/** Answers that the request keeps under the same name. */
const sameNameFields = [
  'requestedBy',
  'requesterName',
  'email',
  'learnerName',
  'leadArea',
  'scope',
  'setting',
  'courseStart',
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
  const checked = checkRegistrationNumber(professionSchema.parse(professionOf(answers)), written);
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

const textField = (answers: Answers, name: string): Readonly<Record<string, string>> => {
  const text = textIn(answers, name);
  return text === undefined ? {} : { [name]: text };
};

/** The fields that only some kinds of request have. */
const fieldsOfKind = (answers: Answers, system: ServiceSystem): Readonly<Record<string, unknown>> => {
  const kind = textIn(answers, 'kind') ?? 'before-course';
  if (kind === 'before-course')
    return {
      university: textIn(answers, 'university') ?? anotherUniversity.id,
      ...textField(answers, 'applicationsClose'),
    };
  if (kind === 'on-course')
    return {
      kind,
      ...(learnerTypeOf(answers) === 'foundation-pharmacist'
        ? {}
        : { university: textIn(answers, 'university') ?? anotherUniversity.id }),
      hoursDone: numberIn(answers, 'hoursDone') ?? 0,
      ...textField(answers, 'lostDpp'),
    };
  const weeks = numberIn(answers, 'rotationWeeks');
  return {
    kind,
    ...textField(answers, 'designatedSupervisorName'),
    ...textField(answers, 'designatedSupervisorEmail'),
    ...(weeks === undefined
      ? {}
      : {
          rotation: {
            site: siteAt(textIn(answers, 'rotationOutcode') ?? '', system.geography),
            setting: textIn(answers, 'rotationSetting'),
            weeks,
          },
        }),
  };
};

/** Whether the employer supports the course, as answered; otherwise as the rest of the request shows it. */
const isSupported = (answers: Answers): boolean => {
  const answered = answers['employerSupport'];
  return typeof answered === 'boolean'
    ? answered
    : !isKind('before-course')(answers) ||
        textIn(answers, 'requestedBy') === 'employer' ||
        textIn(answers, 'nmpLeadEmail') !== undefined;
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
    ...fieldsOfKind(answers, system),
    profession: professionOf(answers),
    learnerType: learnerTypeOf(answers),
    scope: textIn(answers, 'scope') ?? '',
    days: listIn(answers, 'days'),
    ownDpp: textIn(answers, 'ownDpp') ?? 'none',
    organisation: workplace.organisation,
    site: workplace.sites[0] ?? site,
    areas: [lead, ...listIn(answers, 'areas').filter((area) => area !== lead)],
    courseEnd: courseEndOf(answers, textIn(answers, 'courseStart') ?? ''),
    signOffNeededBy: signOffOf(answers, today),
    hours: hoursOf(answers),
    namedDppHours: numberIn(answers, 'namedDppHours') ?? 0,
    ...(numberIn(answers, 'namedDppHours') === 0 ? { noNamedHours: true } : {}),
    maxMinutes,
    maxMiles: milesForMinutes(system, site.outcode, maxMinutes),
    remoteAcceptable: isYes(answers, 'remoteAcceptable'),
    employerSupport: isSupported(answers),
    conflicts: peopleIn(answers, 'conflicts').flatMap(conflictsWith),
    spokeHours: numberIn(answers, 'spokeHours') ?? 0,
  });
};

/** The answers that only some kinds of request have. */
const answersOfKind = (ask: AskForSupervision): Answers => {
  const { university, applicationsClose, hoursDone, lostDpp, rotation } = ask;
  const { designatedSupervisorName: name, designatedSupervisorEmail: email } = ask;
  const kind = kindOf(ask);
  return {
    kind,
    ...(kind === 'foundation-year' ? { outcomes: 'full' } : {}),
    ...(university === undefined ? {} : { university }),
    ...(applicationsClose === undefined ? {} : { applicationsClose }),
    ...(hoursDone === undefined ? {} : { hoursDone }),
    ...(lostDpp === undefined ? {} : { lostDpp }),
    ...(name === undefined ? {} : { designatedSupervisorName: name }),
    ...(email === undefined ? {} : { designatedSupervisorEmail: email }),
    ...(rotation === undefined
      ? {}
      : {
          rotationOutcode: rotation.site.outcode,
          rotationSetting: rotation.setting,
          rotationWeeks: rotation.weeks,
        }),
  };
};

/** Converts a request back into answers, to show them. */
export const answersOfAsk = (ask: AskForSupervision, roads: Roads): Answers => {
  const kept = sameNameFields.flatMap((name) =>
    ask[name] === undefined ? [] : [[name, ask[name]] as const],
  );
  const named = namedHoursOf(ask);
  return {
    ...Object.fromEntries(kept),
    ...answersOfKind(ask),
    profession: ask.profession,
    learnerType: ask.learnerType,
    ...(ask.registrationNumber === undefined ? {} : { registrationNumber: ask.registrationNumber }),
    ...(ask.learners === undefined ? {} : { learners: ask.learners }),
    organisation: organisationText(ask.organisation),
    outcode: ask.site.outcode,
    areas: ask.areas.filter((area) => area !== ask.leadArea),
    courseEnd: ask.courseEnd,
    signOffNeededBy: ask.signOffNeededBy,
    hours: ask.hours,
    ...(named === undefined ? {} : { namedDppHours: named }),
    maxMinutes: travelLimit(ask, roads),
    remoteAcceptable: ask.remoteAcceptable,
    employerSupport: ask.employerSupport,
    conflicts: peopleOf(ask.conflicts),
    spokeHours: ask.spokeHours,
  };
};
