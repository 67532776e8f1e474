/**
 * Registered professions, and the types of learner. People in a profession whose `prescribes` is
 * "independent" may supervise and sign off. People in one whose `prescribes` is "supplementary" may learn but
 * cannot be a DPP.
 */
export const professions = [
  { id: 'pharmacist', words: 'Pharmacist', regulators: ['gphc', 'psni'], prescribes: 'independent' },
  { id: 'nurse', words: 'Nurse', regulators: ['nmc'], prescribes: 'independent' },
  { id: 'midwife', words: 'Midwife', regulators: ['nmc'], prescribes: 'independent' },
  { id: 'doctor', words: 'Doctor', regulators: ['gmc'], prescribes: 'independent' },
  { id: 'dentist', words: 'Dentist', regulators: ['gdc'], prescribes: 'independent' },
  { id: 'physiotherapist', words: 'Physiotherapist', regulators: ['hcpc'], prescribes: 'independent' },
  { id: 'podiatrist', words: 'Podiatrist', regulators: ['hcpc'], prescribes: 'independent' },
  { id: 'paramedic', words: 'Paramedic', regulators: ['hcpc'], prescribes: 'independent' },
  {
    id: 'therapeutic-radiographer',
    words: 'Therapeutic radiographer',
    regulators: ['hcpc'],
    prescribes: 'independent',
  },
  { id: 'optometrist', words: 'Optometrist', regulators: ['goc'], prescribes: 'independent' },
  { id: 'dietitian', words: 'Dietitian', regulators: ['hcpc'], prescribes: 'supplementary' },
  {
    id: 'diagnostic-radiographer',
    words: 'Diagnostic radiographer',
    regulators: ['hcpc'],
    prescribes: 'supplementary',
  },
] as const;

export type ProfessionId = (typeof professions)[number]['id'];
export type RegulatorId = (typeof professions)[number]['regulators'][number];

export const professionIds = professions.map(({ id }) => id);

export const learnerTypes = [
  {
    id: 'pharmacist-ip',
    words: 'Pharmacist on an independent prescribing course',
    professions: ['pharmacist'],
    hours: 90,
  },
  {
    id: 'foundation-pharmacist',
    words: 'Foundation trainee pharmacist',
    professions: ['pharmacist'],
    hours: 90,
  },
  { id: 'v300', words: 'Nurse or midwife on a V300 course', professions: ['nurse', 'midwife'], hours: 90 },
  {
    id: 'community-v100-v150',
    words: 'Community practitioner on a V100 or V150 course',
    professions: ['nurse', 'midwife'],
    // Ten days of practice, as courses published it in November 2026; not confirmed.
    hours: 65,
  },
  {
    id: 'allied-health',
    words: 'Allied health professional',
    professions: [
      'physiotherapist',
      'podiatrist',
      'paramedic',
      'therapeutic-radiographer',
      'dietitian',
      'diagnostic-radiographer',
    ],
    hours: 90,
  },
  { id: 'optometrist', words: 'Optometrist', professions: ['optometrist'], hours: 90 },
  {
    id: 'conversion',
    words: 'Supplementary to independent prescriber conversion',
    professions: [
      'pharmacist',
      'nurse',
      'midwife',
      'physiotherapist',
      'podiatrist',
      'therapeutic-radiographer',
      'optometrist',
    ],
    hours: 15,
  },
] as const;

export const learnerTypeIds = learnerTypes.map(({ id }) => id);
