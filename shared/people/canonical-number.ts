import type { RegulatorId } from '../reference/professions.ts';

const WITHOUT_ZEROS: ReadonlySet<string> = new Set(['hcpc', 'gdc', 'psni']);

const plain = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');

/**
 * Writes a number of a register in the one form by which it is compared: HCPC, GDC and PSNI numbers without leading
 * zeros, GOC numbers without the "01" in front, GMC numbers without the C that NHS systems add. "PH012377" → "PH12377",
 * "01-12345" → "12345".
 */
export const canonicalNumber = (regulator: RegulatorId, number: string): string => {
  const written = plain(number);
  if (WITHOUT_ZEROS.has(regulator)) return written.replace(/^([A-Z]*)0+(?=\d)/u, '$1');
  if (regulator === 'goc') return written.replace(/^01(?=\d{4,6}$)/u, '');
  return regulator === 'gmc' ? written.replace(/^C(?=\d)/u, '') : written;
};

/** Lists the other forms in which earlier versions stored a number. */
export const otherForms = (regulator: RegulatorId, number: string): readonly string[] => {
  const canonical = canonicalNumber(regulator, number);
  const forms = [plain(number)];
  if (regulator === 'goc') forms.push(`01${canonical}`);
  if (WITHOUT_ZEROS.has(regulator)) {
    const [, letters = '', digits = ''] = /^([A-Z]*)(\d+)$/u.exec(canonical) ?? [];
    for (let length = digits.length + 1; length <= 7; length += 1)
      forms.push(`${letters}${digits.padStart(length, '0')}`);
  }
  return [...new Set(forms)].filter((form) => form !== canonical);
};
