import type { Offer } from '../../../shared/domain/offer.ts';
import type { Practitioner } from '../../../shared/domain/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/domain/request.ts';
import { areaWords, placeWords, settingWords } from './words.ts';

/** Why this practitioner was asked, in words, the strongest first: what the offer was judged by, and nothing else. */
export const offerReasons = (
  offer: Offer,
  practitioner: Practitioner,
  request: SupervisionRequest,
): readonly string[] => {
  const travel = offer.contributions.find(({ criterion }) => criterion === 'travel')?.facts['miles'];
  const place = practitioner.sites.some((site) => site.place === request.site.place);
  return [
    practitioner.leadArea === request.leadArea ? `You lead in ${areaWords(request.leadArea)}.` : undefined,
    travel === undefined ? undefined : `You work about ${travel} miles away.`,
    place ? `You both work in ${placeWords(request.site.place)}.` : undefined,
    practitioner.setting === request.setting
      ? `You work in the setting they want: ${settingWords(request.setting)}.`
      : undefined,
    offer.eligibleCount === 1
      ? 'You are the only DPP who fits.'
      : `You are number ${offer.rank} of the ${offer.eligibleCount} DPPs who fit.`,
  ].filter((reason) => reason !== undefined);
};
