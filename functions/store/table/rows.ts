import { auditRows } from './rows/audit-rows.ts';
import { changedValuesRows } from './rows/changed-values-rows.ts';
import { counterRows } from './rows/counter-rows.ts';
import { digestRunRows } from './rows/digest-run-rows.ts';
import { emailRows } from './rows/email-rows.ts';
import { erasureRows } from './rows/erasure-rows.ts';
import { indexRows } from './rows/index-rows.ts';
import { ledgerRows } from './rows/ledger-rows.ts';
import { linkRows } from './rows/link-rows.ts';
import { loanRows } from './rows/loan-rows.ts';
import { matchRows } from './rows/match-rows.ts';
import { mentionRows } from './rows/mention-rows.ts';
import { offerRows } from './rows/offer-rows.ts';
import { openRequestsRows } from './rows/open-requests-rows.ts';
import { organisationDomainRows } from './rows/organisation-domain-rows.ts';
import { organisationPersonRows } from './rows/organisation-person-rows.ts';
import { organisationRows } from './rows/organisation-rows.ts';
import { practitionerRows } from './rows/practitioner-rows.ts';
import { pressureRows } from './rows/pressure-rows.ts';
import { requestRows } from './rows/request-rows.ts';
import { roundPartRows } from './rows/round-part-rows.ts';
import { roundRows } from './rows/round-rows.ts';
import { runProgressRows } from './rows/run-progress-rows.ts';
import { runRows } from './rows/run-rows.ts';
import { suppressionRows } from './rows/suppression-rows.ts';
import { vouchRows } from './rows/vouch-rows.ts';
import { uniqueRows } from './rows/unique-rows.ts';

/**
 * Every kind of row in the table, for tests that check them all. Functions import only the kinds that they need from
 * `rows/`, so that their bundles stay small.
 */
export const rows = {
  audit: auditRows,
  'changed-values': changedValuesRows,
  counter: counterRows,
  'digest-run': digestRunRows,
  email: emailRows,
  erasure: erasureRows,
  index: indexRows,
  ledger: ledgerRows,
  link: linkRows,
  loan: loanRows,
  match: matchRows,
  mention: mentionRows,
  offer: offerRows,
  'open-requests': openRequestsRows,
  organisation: organisationRows,
  'organisation-domain': organisationDomainRows,
  'organisation-person': organisationPersonRows,
  practitioner: practitionerRows,
  pressure: pressureRows,
  request: requestRows,
  round: roundRows,
  'round-part': roundPartRows,
  run: runRows,
  'run-progress': runProgressRows,
  suppression: suppressionRows,
  unique: uniqueRows,
  vouch: vouchRows,
} as const;
