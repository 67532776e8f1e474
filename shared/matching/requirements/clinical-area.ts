import type { Practitioner } from '../../people/practitioner.ts';
import { counted } from '../../reference/reference-words.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

/**
 * At least one of the practitioner's areas is one of the learner's areas, or is related to one of the
 * learner's areas.
 */
export const clinicalArea = requirement({
  name: 'clinical-area',
  label: 'Clinical area',
  meets: ({ areas, related }, practitioner) => {
    const fits = (area: Practitioner['leadArea']): boolean => areas.has(area) || related.has(area);
    return fits(practitioner.leadArea) || practitioner.areas.some(fits);
  },
  compared: ({ areas }, practitioner) => ({
    wanted: [...areas],
    found: [...new Set([practitioner.leadArea, ...practitioner.areas])],
  }),
  kind: ({ leadArea, areas }) => `${leadArea} ${areas.join()}`,
});

export const otherArea = changeForAll(
  clinicalArea.name,
  'other-area',
  (count) => `${counted(count, 'more DPP')} would fit if you accepted other clinical areas.`,
);
