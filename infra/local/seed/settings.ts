import type { ClinicalAreaId } from '../../../shared/reference/clinical-areas.ts';
import type { ProfessionId } from '../../../shared/reference/professions.ts';
import type { SettingId } from '../../../shared/reference/settings.ts';

/** The typical professions and clinical areas of each setting (kind of workplace). */
export const typicalPractice: Readonly<
  Record<
    SettingId,
    { readonly professions: readonly ProfessionId[]; readonly areas: readonly ClinicalAreaId[] }
  >
> = {
  'community-pharmacy': {
    professions: ['pharmacist'],
    areas: ['minor-illness', 'cardiovascular', 'womens-health', 'respiratory', 'antimicrobial-stewardship'],
  },
  'general-practice': {
    professions: ['doctor', 'pharmacist', 'nurse', 'paramedic', 'physiotherapist'],
    areas: ['cardiovascular', 'diabetes-endocrine', 'polypharmacy', 'respiratory', 'lipids', 'minor-illness'],
  },
  'primary-care-network': {
    professions: ['pharmacist', 'nurse', 'physiotherapist', 'paramedic'],
    areas: [
      'polypharmacy',
      'frailty-care-homes',
      'deprescribing',
      'cardiovascular',
      'musculoskeletal',
      'stomp-stamp',
    ],
  },
  'acute-hospital': {
    professions: ['doctor', 'pharmacist', 'nurse', 'therapeutic-radiographer', 'midwife'],
    areas: [
      'anticoagulation',
      'oncology',
      'renal',
      'critical-care',
      'haematology',
      'gastroenterology',
      'perioperative',
      'rheumatology',
      'infection',
      'emergency-care',
    ],
  },
  'community-trust': {
    professions: ['nurse', 'podiatrist', 'physiotherapist', 'midwife'],
    areas: [
      'diabetes-endocrine',
      'frailty-care-homes',
      'pain',
      'paediatrics',
      'musculoskeletal',
      'womens-health',
    ],
  },
  'mental-health': {
    professions: ['doctor', 'nurse', 'pharmacist'],
    areas: ['mental-health', 'substance-misuse', 'stomp-stamp', 'neurology-epilepsy'],
  },
  'care-home': {
    professions: ['nurse', 'pharmacist'],
    areas: ['frailty-care-homes', 'polypharmacy', 'deprescribing', 'palliative'],
  },
  hospice: { professions: ['doctor', 'nurse'], areas: ['palliative', 'pain', 'oncology'] },
  'ambulance-urgent-care': {
    professions: ['paramedic', 'nurse'],
    areas: ['emergency-care', 'minor-illness', 'respiratory'],
  },
  'health-in-justice': {
    professions: ['nurse', 'doctor'],
    areas: ['substance-misuse', 'mental-health', 'infection'],
  },
  'sexual-public-health': {
    professions: ['nurse', 'doctor'],
    areas: ['sexual-health', 'hiv', 'womens-health'],
  },
  optometry: { professions: ['optometrist'], areas: ['ophthalmology'] },
  'specialist-clinic': {
    professions: ['podiatrist', 'doctor', 'pharmacist'],
    areas: ['dermatology', 'rheumatology', 'neurology-epilepsy', 'pain'],
  },
  'military-health': {
    professions: ['doctor', 'paramedic'],
    areas: ['musculoskeletal', 'minor-illness', 'emergency-care'],
  },
  'independent-sector': {
    professions: ['dentist', 'physiotherapist', 'pharmacist'],
    areas: ['pain', 'antimicrobial-stewardship', 'dermatology', 'musculoskeletal'],
  },
};
