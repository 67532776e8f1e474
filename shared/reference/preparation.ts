/** Preparation that a DPP may have done. None is required. */
export const preparations = [
  { id: 'rps-framework', words: 'Self-assessment against the RPS competency framework for DPPs' },
  { id: 'university-course', words: 'A university’s DPP or supervisor training' },
  { id: 'e-learning', words: 'E-learning for DPPs, such as on elearning for healthcare' },
  { id: 'practice-assessor-training', words: 'Practice assessor or practice supervisor preparation (NMC)' },
  { id: 'educational-supervisor', words: 'Educational or clinical supervisor training' },
  { id: 'peer-support', words: 'A DPP network or peer support' },
  { id: 'none-yet', words: 'None yet' },
] as const;
