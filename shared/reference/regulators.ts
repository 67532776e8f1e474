import type { ProfessionId, RegulatorId } from './professions.ts';

/** A regulator, the format of its registration numbers, and its public register. */
export interface Regulator {
  readonly id: RegulatorId;
  readonly words: string;
  /** Example number for error messages: "like 2012345". */
  readonly example: string;
  /**
   * Format of a registration number whose spaces and hyphens have been removed and whose letters are
   * capitals.
   */
  readonly pattern: RegExp;
  readonly registerUrl: string;
  /** The regulator's term for the person who supervises and signs off, shown beside "DPP". */
  readonly supervisorTerm: string;
}

/**
 * Patterns are as published by the regulators or seen in practice. Those for GDC and PSNI are unconfirmed and
 * therefore lenient. No free service verifies numbers; the programme team checks the public registers.
 */
export const regulators: readonly Regulator[] = [
  {
    id: 'gphc',
    words: 'General Pharmaceutical Council',
    example: '2012345',
    pattern: /^2\d{6}$/,
    registerUrl: 'https://www.pharmacyregulation.org/registers',
    supervisorTerm: 'designated prescribing practitioner',
  },
  {
    id: 'nmc',
    words: 'Nursing and Midwifery Council',
    example: '01A2345N',
    pattern: /^\d{2}[A-Z]\d{4}[A-Z]$/,
    registerUrl: 'https://www.nmc.org.uk/registration/search-the-register/',
    supervisorTerm: 'practice assessor and practice supervisor',
  },
  {
    id: 'hcpc',
    words: 'Health and Care Professions Council',
    example: 'PH123456',
    pattern: /^[A-Z]{2}\d{1,6}$/,
    registerUrl: 'https://www.hcpc-uk.org/check-the-register/',
    supervisorTerm: 'practice educator',
  },
  {
    id: 'gmc',
    words: 'General Medical Council',
    example: '1234567',
    pattern: /^\d{7}$/,
    registerUrl: 'https://www.gmc-uk.org/registration-and-licensing/our-registers',
    supervisorTerm: 'designated prescribing practitioner',
  },
  {
    id: 'goc',
    words: 'General Optical Council',
    example: '01-12345',
    pattern: /^\d{6,8}$/,
    registerUrl: 'https://str.optical.org/',
    supervisorTerm: 'designated prescribing practitioner',
  },
  {
    id: 'gdc',
    words: 'General Dental Council',
    example: '123456',
    pattern: /^\d{4,6}$/,
    registerUrl: 'https://olr.gdc-uk.org/searchregister',
    supervisorTerm: 'designated prescribing practitioner',
  },
  {
    id: 'psni',
    words: 'Pharmaceutical Society of Northern Ireland',
    example: '1234',
    pattern: /^[A-Z]{0,2}\d{3,7}$/,
    registerUrl: 'https://www.psni.org.uk/search-register/',
    supervisorTerm: 'designated prescribing practitioner',
  },
];

/** Two-letter prefix of an HCPC registration number, by profession. */
export const hcpcPrefixes: Readonly<Partial<Record<ProfessionId, string>>> = {
  paramedic: 'PA',
  physiotherapist: 'PH',
  podiatrist: 'CH',
  'therapeutic-radiographer': 'RA',
  'diagnostic-radiographer': 'RA',
  dietitian: 'DT',
};

const byId = new Map(regulators.map((regulator) => [regulator.id, regulator]));

/** @throws if there is no regulator with this id */
export const regulatorOf = (id: RegulatorId): Regulator => {
  const regulator = byId.get(id);
  if (regulator === undefined) throw new Error(`no regulator ${id}`);
  return regulator;
};
