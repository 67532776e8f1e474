/** Domains of one mail provider, which ignores dots in the first part of an address. */
const IGNORES_DOTS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * Returns the mailbox to which an address leads, for comparison and quotas only: without a tag after "+", and for Gmail without dots
 * and under its first domain. "B.omb+1@GoogleMail.com" → "bomb@gmail.com". Two mailboxes whose names really contain
 * "+" may share a quota.
 */
export const mailboxOf = (address: string): string => {
  const text = address.normalize('NFC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  // Leaves a name that starts with "+" as it is: nothing would be left of it.
  const name = text.slice(0, at).replace(/(?<=.)\+.*$/su, '');
  return IGNORES_DOTS.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
};
