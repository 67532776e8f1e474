import { clinicalAreas } from '../reference/clinical-areas.ts';

/** Other words that people type when they look for a profession or setting. */
const alsoCalled: Readonly<Record<string, string>> = {
  pharmacist: 'chemist pharmacy ip',
  nurse: 'nursing anp acp practitioner matron',
  midwife: 'midwifery maternity',
  doctor: 'gp physician medic consultant medical',
  dentist: 'dental',
  physiotherapist: 'physio physiotherapy',
  podiatrist: 'podiatry chiropodist foot',
  paramedic: 'ambulance',
  'therapeutic-radiographer': 'radiotherapy radiography',
  optometrist: 'optician eye optometry',
  'community-pharmacy': 'chemist high street',
  'general-practice': 'gp surgery practice doctors',
  'primary-care-network': 'pcn neighbourhood',
  'acute-hospital': 'nhs trust ward',
  'community-trust': 'district nursing',
  'ambulance-urgent-care': '999 111 walk-in',
  'health-in-justice': 'prison offender',
  'military-health': 'armed forces army navy',
  'independent-sector': 'private',
};

const synonymsOfArea: ReadonlyMap<string, string> = new Map(
  clinicalAreas.map(({ id, synonyms }) => [id, synonyms.join(' ')]),
);

/** Synonyms for an entry of a reference list; "" if there are none. */
export const synonymsFor = (id: string): string => synonymsOfArea.get(id) ?? alsoCalled[id] ?? '';
