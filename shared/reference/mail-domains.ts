/**
 * Domains of e-mail addresses that many organisations share. An address there proves no employer. Editable: the team's
 * confirmed domains are rows, see `organisation-domain.ts`.
 */
export const sharedMailDomains = {
  /** Mail services of a whole health service: whoever works in any of its organisations may have an address there. */
  nhs: ['nhs.net', 'nhs.scot', 'nhs.uk', 'wales.nhs.uk', 'scot.nhs.uk', 'hscni.net'],
  /** Mail services of professional bodies, universities and the state, and endings below which anybody may register. */
  shared: [
    'doctors.org.uk',
    'doctors.net.uk',
    'rcn.org.uk',
    'alumni.ac.uk',
    'ac.uk',
    'co.uk',
    'gov.uk',
    'ltd.uk',
    'me.uk',
    'org.uk',
    'net.uk',
    'plc.uk',
    'police.uk',
    'sch.uk',
    'mod.uk',
    'uk.com',
    'cjsm.net',
  ],
  /** Providers at which anybody can have an address. */
  free: [
    'aol.com',
    'btinternet.com',
    'fastmail.com',
    'gmail.com',
    'gmx.com',
    'gmx.co.uk',
    'googlemail.com',
    'hotmail.com',
    'hotmail.co.uk',
    'icloud.com',
    'live.co.uk',
    'live.com',
    'mac.com',
    'mail.com',
    'me.com',
    'msn.com',
    'ntlworld.com',
    'outlook.com',
    'outlook.co.uk',
    'pm.me',
    'proton.me',
    'protonmail.com',
    'sky.com',
    'talktalk.net',
    'tiscali.co.uk',
    'virginmedia.com',
    'yahoo.co.uk',
    'yahoo.com',
    'ymail.com',
    'zoho.com',
  ],
} as const;

/** Endings of the domains that only NHS organisations can register. */
export const nhsMailEndings = ['.nhs.uk', '.nhs.scot', '.hscni.net'] as const;
