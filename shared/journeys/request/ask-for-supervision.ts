import { namedOrganisation } from '../../people/named-organisation.ts';
import { checkRegistrationNumber } from '../../people/registration-number.ts';
import { type AskForSupervision, askForSupervisionSchema } from '../../requests/request.ts';
import { siteAt } from '../../people/site-at.ts';
import type { Day } from '../../kernel/time.ts';
import { professionSchema } from '../../reference/vocabulary.ts';
import { isYes, listIn, numberIn, textIn } from '../answers.ts';
import { courseEndOf, DEFAULT_MILES, hoursOf, signOffOf } from './request-defaults.ts';
import type { Answers } from '../question.ts';

/** Answers stored under the same name in the noun. */
const asTheyAre = [
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

/**
 * Converts checked answers of the request, filling in defaults.
 * @throws if the answers were not checked
 */
export const toAskForSupervision = (answers: Answers, today: Day): AskForSupervision => {
  const kept = asTheyAre.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]]));
  const lead = textIn(answers, 'leadArea') ?? '';
  const who = textIn(answers, 'conflictWith') ?? '';
  return askForSupervisionSchema.parse({
    ...Object.fromEntries(kept),
    ...numberOf(answers),
    organisation: namedOrganisation(textIn(answers, 'organisation') ?? ''),
    site: siteAt(textIn(answers, 'outcode') ?? ''),
    areas: [lead, ...listIn(answers, 'areas').filter((area) => area !== lead)],
    courseEnd: courseEndOf(answers, textIn(answers, 'courseStart') ?? ''),
    signOffNeededBy: signOffOf(answers, textIn(answers, 'applicationsClose') ?? '', today),
    hours: hoursOf(answers),
    namedDppHours: numberIn(answers, 'namedDppHours') ?? 0,
    maxMiles: numberIn(answers, 'maxMiles') ?? DEFAULT_MILES,
    remoteAcceptable: isYes(answers, 'remoteAcceptable'),
    employerSupport: isYes(answers, 'employerSupport'),
    conflicts: listIn(answers, 'conflictKinds').map((kind) => ({ kind, who })),
    spokeHours: numberIn(answers, 'spokeHours') ?? 0,
  });
};

/** Converts a request back into answers, to show them. */
export const answersOfAsk = (ask: AskForSupervision): Answers => {
  const kept = asTheyAre.flatMap((name) => (ask[name] === undefined ? [] : [[name, ask[name]] as const]));
  const [conflict] = ask.conflicts;
  return {
    ...Object.fromEntries(kept),
    ...(ask.registrationNumber === undefined ? {} : { registrationNumber: ask.registrationNumber }),
    organisation: ask.organisation.name,
    outcode: ask.site.outcode,
    areas: ask.areas.filter((area) => area !== ask.leadArea),
    courseEnd: ask.courseEnd,
    signOffNeededBy: ask.signOffNeededBy,
    hours: ask.hours,
    namedDppHours: ask.namedDppHours,
    maxMiles: ask.maxMiles,
    remoteAcceptable: ask.remoteAcceptable,
    employerSupport: ask.employerSupport,
    conflictKinds: ask.conflicts.map(({ kind }) => kind),
    ...(conflict === undefined ? {} : { conflictWith: conflict.who }),
    spokeHours: ask.spokeHours,
  };
};
