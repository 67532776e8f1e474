/**
 * Version of each list, published with the API. Raise it when rows change. Consent wordings have their
 * version in their ids instead, because stored consents refer to them.
 */
export const referenceVersions = {
  'bank-holidays': '2026-11',
  'clinical-areas': '2026-11',
  districts: '2026-11',
  networks: '2026-11',
  outcodes: '2026-11',
  places: '2026-11',
  preparation: '2026-11',
  professions: '2026-11',
  regulators: '2026-11',
  'seat-roles': '2026-11',
  settings: '2026-11',
  trusts: '2026-11',
  universities: '2026-11',
} as const;
