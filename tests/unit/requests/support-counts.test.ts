import { describe, expect, it } from 'vitest';
import { whyNotCounted } from '../../../shared/requests/support-counts.ts';
import { aRequest } from '../../support/builders.ts';

const learner = aRequest({ requesterName: 'Lee Learner', email: 'lee@private.example' });
const unknown = { isConfirmed: false, hasWorkAddress: false };
const atWork = { isConfirmed: false, hasWorkAddress: true };
const confirmed = { isConfirmed: true, hasWorkAddress: false };

describe('the answer of a named lead', () => {
  it.each([
    ['somebody whom the team has confirmed for the employer', 'Nina Lead', 'nina@shared.example', confirmed],
    ['somebody else at an NHS or a confirmed domain', 'Nina Lead', 'nina.lead@trust.nhs.uk', atWork],
    ['somebody with the same family name', 'Nina Learner', 'nina.learner@trust.nhs.uk', atWork],
    ['somebody with the same first name', 'Lee Lead', 'lee.lead@trust.nhs.uk', atWork],
  ])('counts from %s', (_, name, email, known) => {
    expect(whyNotCounted(learner, { name, email, ...known })).toBeUndefined();
  });

  it.each([
    ['an address that proves nothing', 'Nina Lead', 'nina@throw-away.example', unknown, 'address-not-known'],
    ['the requester’s own mailbox', 'Nina Lead', 'LEE+lead@private.example', atWork, 'own-mailbox'],
    ['the learner’s second address', 'Lee Learner', 'office@trust.nhs.uk', atWork, 'own-name'],
    ['the learner with one name more', 'Lee Anne Learner', 'office@trust.nhs.uk', atWork, 'own-name'],
    ['the learner, family name first', 'Learner, Lee', 'office@trust.nhs.uk', atWork, 'own-name'],
    ['the learner with a title', 'Dr Lee Learner', 'office@trust.nhs.uk', confirmed, 'own-name'],
    [
      'an address that spells the learner',
      'Nina Lead',
      'lee.learner2@nhs.net',
      atWork,
      'address-of-the-learner',
    ],
    [
      'an address with the learner’s initial',
      'Nina Lead',
      'l.learner@nhs.net',
      atWork,
      'address-of-the-learner',
    ],
    [
      'an address with the family name first',
      'Nina Lead',
      'learner-lee@nhs.net',
      atWork,
      'address-of-the-learner',
    ],
  ] as const)('does not count from %s', (_, name, email, known, why) => {
    expect(whyNotCounted(learner, { name, email, ...known })).toBe(why);
  });

  it('does not count from the employer who asked, nor from the learner for whom they asked', () => {
    const asked = aRequest({
      requestedBy: 'employer',
      requesterName: 'Erin Employer',
      learnerName: 'Lee Learner',
      email: 'erin@private.example',
    });
    expect(whyNotCounted(asked, { name: 'Erin Employer', email: 'office@nhs.net', ...atWork })).toBe(
      'own-name',
    );
    expect(whyNotCounted(asked, { name: 'Lee Learner', email: 'office@nhs.net', ...atWork })).toBe(
      'own-name',
    );
  });
});
