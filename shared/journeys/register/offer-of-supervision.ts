import { type OfferOfSupervision, offerOfSupervisionSchema } from '../../people/practitioner.ts';
import { checkRegistrationNumber } from '../../people/registration-number.ts';
import { organisationText } from '../../people/organisation-text.ts';
import { siteAt } from '../../people/site-at.ts';
import { typedOrganisation } from '../../people/typed-organisation.ts';
import type { Day } from '../../kernel/time.ts';
import { professionSchema } from '../../reference/vocabulary.ts';
import { listIn, textIn } from '../answers.ts';
import { regulatorIn } from '../registration-number-errors.ts';
import { knownWorkplace } from '../../systems/organisations/known-workplace.ts';
import type { OrganisationIndex } from '../../systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { Answers } from '../question.ts';

/** Answers that the practitioner's record keeps under the same name. */
const sameNameFields = [
  'name',
  'email',
  'phone',
  'profession',
  'annotationYear',
  'yearsPrescribing',
  'justification',
  'patientFacing',
  'supervisedBefore',
  'preparation',
  'supervisesProfessions',
  'supervisesLearnerTypes',
  'seatRoles',
  'leadArea',
  'setting',
  'days',
  'mode',
  'placesOffered',
  'availableTo',
  'hoursPerWeek',
  'fee',
  'employerApproval',
  'employerApprover',
  'employerApproverEmail',
  'conflictsDeclared',
  'frameworkScore',
  'indemnityChecked',
  'leavingOn',
  'backUpName',
  'backUpEmail',
  'nextYear',
  'nextYearReason',
] as const;

const sitesIn = (answers: Answers, { geography }: ServiceSystem) =>
  [...new Set([textIn(answers, 'outcode'), textIn(answers, 'secondOutcode')])]
    .filter((outcode) => outcode !== undefined)
    .map((outcode) => siteAt(outcode, geography));

/**
 * Converts checked answers of the registration into the practitioner's offer of supervision.
 * @param organisations the organisations of the system
 * @param today start date for somebody who can start now
 * @throws if the answers were not checked
 */
export const toOfferOfSupervision = (
  answers: Answers,
  system: ServiceSystem,
  organisations: OrganisationIndex,
  today: Day,
): OfferOfSupervision => {
  const profession = professionSchema.parse(answers['profession']);
  const number = checkRegistrationNumber(
    profession,
    textIn(answers, 'registrationNumber') ?? '',
    regulatorIn(answers),
  );
  if (!number.ok) throw new Error(`unchecked registration number: ${number.refusal.code}`);
  const lead = textIn(answers, 'leadArea') ?? '';
  const sites = sitesIn(answers, system);
  const kept = sameNameFields.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]]));
  return offerOfSupervisionSchema.parse({
    ...Object.fromEntries(kept),
    regulator: number.value.regulator,
    registrationNumber: number.value.number,
    areas: [lead, ...listIn(answers, 'areas').filter((area) => area !== lead)],
    ...knownWorkplace(organisations, {
      organisation: typedOrganisation(textIn(answers, 'organisation') ?? '', sites[0]?.outcode ?? ''),
      sites,
    }),
    availableFrom: textIn(answers, 'availableFrom') ?? today,
  });
};

/** Converts a practitioner's offer of supervision back into answers, to show and change them. */
export const answersOfOffer = (offer: OfferOfSupervision): Answers => {
  const kept = sameNameFields.flatMap((name) =>
    offer[name] === undefined ? [] : [[name, offer[name]] as const],
  );
  const [site, second] = offer.sites;
  return {
    ...Object.fromEntries(kept),
    regulator: offer.regulator,
    registrationNumber: offer.registrationNumber,
    areas: offer.areas.filter((area) => area !== offer.leadArea),
    organisation: organisationText(offer.organisation),
    outcode: site?.outcode ?? '',
    ...(second === undefined ? {} : { secondOutcode: second.outcode }),
    availableFrom: offer.availableFrom,
  };
};
