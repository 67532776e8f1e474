/**
 * Clinical areas: the patients and conditions for which a learner will prescribe. The programme team may
 * change this list.
 */
export const clinicalAreas = [
  {
    id: 'polypharmacy',
    words: 'Polypharmacy and structured medication reviews',
    synonyms: ['smr', 'medication review'],
  },
  { id: 'deprescribing', words: 'Deprescribing', synonyms: ['stopping medicines'] },
  {
    id: 'stomp-stamp',
    words: 'STOMP/STAMP (learning disability and autism)',
    synonyms: ['learning disability', 'autism', 'stomp', 'stamp'],
  },
  {
    id: 'cardiovascular',
    words: 'Cardiovascular and hypertension',
    synonyms: [
      'heart',
      'heart failure',
      'af',
      'atrial fibrillation',
      'angina',
      'cvd',
      'blood pressure',
      'cardiology',
    ],
  },
  { id: 'lipids', words: 'Lipids', synonyms: ['cholesterol', 'statins'] },
  { id: 'anticoagulation', words: 'Anticoagulation', synonyms: ['anticoag', 'warfarin', 'doac'] },
  { id: 'diabetes-endocrine', words: 'Diabetes and endocrine', synonyms: ['thyroid', 'insulin'] },
  { id: 'respiratory', words: 'Respiratory', synonyms: ['asthma', 'copd'] },
  { id: 'frailty-care-homes', words: 'Frailty and care homes', synonyms: ['older people', 'geriatrics'] },
  { id: 'pain', words: 'Pain', synonyms: ['analgesia', 'opioids'] },
  { id: 'mental-health', words: 'Mental health', synonyms: ['psychiatry', 'depression', 'anxiety'] },
  { id: 'substance-misuse', words: 'Substance misuse', synonyms: ['addiction', 'drug and alcohol'] },
  {
    id: 'minor-illness',
    words: 'Minor illness and urgent care',
    synonyms: ['pharmacy first', 'acute illness'],
  },
  {
    id: 'womens-health',
    words: 'Women’s health, contraception and menopause',
    synonyms: ['contraception', 'menopause', 'hrt', 'gynaecology'],
  },
  { id: 'sexual-health', words: 'Sexual health', synonyms: ['gum', 'sti'] },
  { id: 'dermatology', words: 'Dermatology', synonyms: ['skin', 'eczema', 'acne'] },
  { id: 'renal', words: 'Renal', synonyms: ['kidney', 'ckd', 'nephrology'] },
  { id: 'rheumatology', words: 'Rheumatology and immunology', synonyms: ['arthritis', 'biologics', 'dmard'] },
  { id: 'oncology', words: 'Oncology', synonyms: ['cancer', 'sact'] },
  { id: 'palliative', words: 'Palliative and end of life', synonyms: ['hospice', 'end of life'] },
  { id: 'paediatrics', words: 'Paediatrics', synonyms: ['children', 'child health'] },
  { id: 'antimicrobial-stewardship', words: 'Antimicrobial stewardship', synonyms: ['ams', 'antibiotics'] },
  { id: 'gastroenterology', words: 'Gastroenterology', synonyms: ['ibd', 'liver', 'gut'] },
  {
    id: 'neurology-epilepsy',
    words: 'Neurology and epilepsy',
    synonyms: ['parkinson', 'migraine', 'stroke'],
  },
  { id: 'ophthalmology', words: 'Ophthalmology', synonyms: ['eye', 'glaucoma'] },
  { id: 'musculoskeletal', words: 'Musculoskeletal', synonyms: ['msk', 'orthopaedics'] },
  { id: 'critical-care', words: 'Critical care', synonyms: ['intensive care', 'icu'] },
  { id: 'emergency-care', words: 'Emergency care', synonyms: ['a&e', 'emergency department'] },
  { id: 'hiv', words: 'HIV', synonyms: ['prep'] },
  { id: 'haematology', words: 'Haematology', synonyms: ['blood', 'sickle cell'] },
  { id: 'infection', words: 'Infection', synonyms: ['microbiology', 'opat'] },
  { id: 'perioperative', words: 'Perioperative', synonyms: ['surgery', 'pre-assessment', 'anaesthetics'] },
] as const;

export type ClinicalAreaId = (typeof clinicalAreas)[number]['id'];

export const clinicalAreaIds = clinicalAreas.map(({ id }) => id);

/**
 * Pairs of related clinical areas, each with a degree from 1 (loosely) to 3 (closely). Experience in either
 * area partly applies to the other. The values are placeholders until the programme team sets them.
 */
export const relatedAreas: readonly (readonly [ClinicalAreaId, ClinicalAreaId, 1 | 2 | 3])[] = [
  ['cardiovascular', 'lipids', 3],
  ['cardiovascular', 'anticoagulation', 3],
  ['cardiovascular', 'renal', 2],
  ['cardiovascular', 'diabetes-endocrine', 2],
  ['diabetes-endocrine', 'lipids', 2],
  ['diabetes-endocrine', 'renal', 2],
  ['frailty-care-homes', 'polypharmacy', 3],
  ['polypharmacy', 'deprescribing', 3],
  ['frailty-care-homes', 'deprescribing', 3],
  ['stomp-stamp', 'mental-health', 2],
  ['stomp-stamp', 'deprescribing', 2],
  ['pain', 'musculoskeletal', 2],
  ['pain', 'palliative', 2],
  ['pain', 'substance-misuse', 1],
  ['mental-health', 'substance-misuse', 2],
  ['minor-illness', 'emergency-care', 2],
  ['minor-illness', 'dermatology', 1],
  ['minor-illness', 'antimicrobial-stewardship', 1],
  ['womens-health', 'sexual-health', 3],
  ['sexual-health', 'hiv', 3],
  ['rheumatology', 'musculoskeletal', 2],
  ['rheumatology', 'gastroenterology', 1],
  ['oncology', 'palliative', 2],
  ['oncology', 'haematology', 2],
  ['haematology', 'anticoagulation', 2],
  ['antimicrobial-stewardship', 'infection', 3],
  ['hiv', 'infection', 2],
  ['critical-care', 'emergency-care', 2],
  ['critical-care', 'perioperative', 2],
  ['respiratory', 'minor-illness', 1],
];
