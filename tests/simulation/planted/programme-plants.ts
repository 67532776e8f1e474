import { keys, lists } from '../../../functions/store/table/keys.ts';
import { linkRows } from '../../../functions/store/table/rows/link-rows.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import type { Row } from '../../../functions/store/table/table.ts';
import { changing, committing, isPutOf, nounOf, type Plant, reading, sends, withNoun } from './plant.ts';

const isOfNumber = (pk: string): boolean => pk.startsWith(keys.unique('registration', '').pk);

/** The address as which everybody is taken to lead an organisation. */
const ANYBODY = 'anybody@lead.example';

/** Makes a link to the page of an organisation, and the organisation, look as if the link had been sent to its lead. */
const sentToItsLead = (row: Row): Row => {
  if (row['kind'] === 'link')
    return { ...row, link: { ...linkRows.parse(row), personId: organisationPersonId('lead', ANYBODY) } };
  if (row['kind'] !== 'organisation') return row;
  const { createdAt } = nounOf(row);
  return withNoun(row, { leadName: 'Anna Body', leadEmail: ANYBODY, leadConfirmedAt: createdAt });
};

export const programmePlants: readonly Plant[] = [
  {
    name: 'reasons-in-the-audit',
    words: 'the audit keeps the team’s reasons, which no erasure could take out of its export',
    noticedAs: /^the audit of .* holds a value/u,
    ports: (ports) =>
      changing(ports, (change) =>
        isPutOf(change, 'audit')
          ? { ...change, row: { ...change.row, facts: { why: 'Lee Learner is known' } } }
          : change,
      ),
  },
  {
    name: 'listed-without-a-proof',
    words: 'a DPP is listed after a check although nothing proves that they work where they say',
    noticedAs: /is listed without a proof/u,
    ports: (ports, { what }) =>
      what !== 'record-check'
        ? ports
        : changing(ports, (change) =>
            isPutOf(change, 'practitioner') && change.row['state'] === 'awaiting-proof'
              ? {
                  ...change,
                  row: {
                    ...withNoun(change.row, { state: 'listed' }),
                    state: 'listed',
                    listPk: lists.practitioners('listed'),
                  },
                }
              : change,
          ),
  },
  {
    name: 'one-number-twice',
    words: 'nobody looks whether a registration number is taken',
    noticedAs: /hold one number/u,
    ports: (ports) =>
      changing(
        reading(ports, (row) => (isOfNumber(row.pk) ? undefined : row)),
        (change) =>
          isPutOf(change, 'unique') && isOfNumber(change.row.pk)
            ? { ...change, when: { is: 'anything' } }
            : change,
      ),
  },
  {
    name: 'old-number-kept',
    words: 'a correction leaves the claim of the old number behind',
    noticedAs: /holds a number that is not theirs/u,
    ports: (ports, { what }) =>
      what !== 'correct-dpp'
        ? ports
        : committing(ports, (changes) =>
            changes.filter((change) => change.do !== 'remove' || !isOfNumber(change.key.pk)),
          ),
  },
  {
    name: 'digest-to-somebody-named',
    words: 'the digest of an organisation goes to whoever was named as its lead last',
    noticedAs: /who does not lead it/u,
    needs: 'leads',
    ports: (ports, { what }) =>
      !sends(what)
        ? ports
        : reading(ports, (row) =>
            row['kind'] === 'organisation' && 'leadEmail' in nounOf(row)
              ? withNoun(row, { leadEmail: 'named@throw-away.example' })
              : row,
          ),
  },
  {
    name: 'page-for-a-former-lead',
    words: 'the link in an old digest opens the page of the organisation for whoever has it',
    noticedAs: /^organisation-page said .* which is not so/u,
    needs: 'leads',
    ports: (ports, { what }) => (what !== 'organisation-page' ? ports : reading(ports, sentToItsLead)),
  },
];
