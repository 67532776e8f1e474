import { describe, expect, it } from 'vitest';
import { personInWords } from '../../../shared/people/person-in-words.ts';
import type { DeclaredConflict } from '../../../shared/requests/declared-conflict.ts';
import { judgeLearner, judgeTies, type TieStanding } from '../../../shared/requests/learner-tie.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, conflictWith, NOW } from '../../support/builders.ts';

const zoe = { name: 'Dr. Zoë O’Neill-Example', email: 'Zoe@dpp.example' };

describe('what a learner wrote about somebody', () => {
  it.each([
    ['their address among other words', 'my manager (zoe@DPP.example)'],
    ['their name without accents, title and signs', 'Zoe O Neill Example'],
    ['their name in another order, with more words', 'Example, Zoë O’NEILL: my partner'],
    ['their name with another title', 'Prof. Zoe O Neill Example'],
    ['their name between commas', 'my manager, Zoe O’Neill-Example'],
    ['one of two names', 'Amara Okafor and Zoë O’Neill-Example'],
  ])('means them if it is %s', (_, written) => {
    expect(personInWords(written, zoe)).toBe('same');
  });

  it.each([
    ['one of their surnames', 'Zoe Example'],
    ['their name within a sentence', 'I work for Zoe O’Neill-Example in the clinic'],
    ['a surname alone', 'O’Neill-Example'],
  ])('may mean them if it is %s', (_, written) => {
    expect(personInWords(written, zoe)).toBe('unclear');
  });

  it.each([
    ['another name', 'Amara Example'],
    ['a name that begins like theirs', 'Zoe Examples'],
    ['nothing', ''],
    ['another address', 'zoe@other.example'],
    ['an address that holds theirs', 'azoe@dpp.example'],
  ])('does not mean them if it is %s', (_, written) => {
    expect(personInWords(written, zoe)).toBe('different');
  });
});

describe('a declared tie', () => {
  const dpp = aPractitioner({ name: 'Jane Anne Whitlock', email: 'jane.whitlock@dpp.example' });
  const decision = (is: 'upheld' | 'cleared', practitionerId = dpp.id) => ({
    practitionerId,
    is,
    by: 'Tess',
    at: NOW,
  });
  const withTie = (conflict: DeclaredConflict, changes: Partial<SupervisionRequest> = {}) =>
    aRequest({ conflicts: [conflict], ...changes });
  const declaredByDpp: DeclaredConflict = {
    kind: 'line-manager',
    practitionerId: dpp.id,
    decision: { is: 'undecided' },
  };
  const cleared = { decision: { is: 'cleared', by: 'Tess', at: NOW } } as const;

  it('that the team cleared while the name was unclear is judged again when the DPP has the declared name', () => {
    const request = withTie(conflictWith('Jane Whitlock'), {
      tieDecisions: [{ ...decision('cleared'), about: 'unclear' }],
    });
    expect(judgeTies(request, dpp).standing).toBe('cleared');
    expect(judgeTies(request, { ...dpp, name: 'Jane Whitlock' }).standing).toBe('upheld');
    expect(judgeTies(request, { ...dpp, name: 'Joan Other' }).standing).toBe('none');
  });

  it('with somebody of the same name that the team cleared holds, because it was about that name', () => {
    const request = withTie(conflictWith('Jane Anne Whitlock'), {
      tieDecisions: [{ ...decision('cleared'), about: 'same' }],
    });
    expect(judgeTies(request, dpp).standing).toBe('cleared');
  });

  it.each<[string, SupervisionRequest, TieStanding]>([
    ['the whole name', withTie(conflictWith('Jane Anne Whitlock')), 'upheld'],
    ['the address', withTie(conflictWith('jane.whitlock@dpp.example')), 'upheld'],
    ['the practitioner’s own declaration', withTie(declaredByDpp), 'upheld'],
    ['a middle name missing', withTie(conflictWith('Jane Whitlock')), 'unclear'],
    ['an initial', withTie(conflictWith('J Whitlock')), 'unclear'],
    [
      'the name with another address',
      withTie({ ...conflictWith('Jane Anne Whitlock'), address: 'jaw@home.example' }),
      'unclear',
    ],
    ['another name', withTie(conflictWith('John Whitlock')), 'none'],
    ['an address that only holds theirs', withTie(conflictWith('mary-jane.whitlock@dpp.example')), 'none'],
    ['no tie', aRequest(), 'none'],
    [
      'a name that the team cleared',
      withTie({ ...conflictWith('Jane Anne Whitlock'), ...cleared }),
      'cleared',
    ],
    [
      'an unclear name that the team upheld',
      withTie(conflictWith('J Whitlock'), { tieDecisions: [decision('upheld')] }),
      'upheld',
    ],
    [
      'an unclear name that the team cleared',
      withTie(conflictWith('J Whitlock'), { tieDecisions: [decision('cleared')] }),
      'cleared',
    ],
    [
      'a decision that the team changed',
      withTie(conflictWith('J Whitlock'), { tieDecisions: [decision('cleared'), decision('upheld')] }),
      'upheld',
    ],
    [
      'a namesake whom the team cleared',
      withTie(conflictWith('Jane Anne Whitlock'), { tieDecisions: [decision('cleared')] }),
      'cleared',
    ],
    [
      'a decision about somebody else',
      withTie(conflictWith('J Whitlock'), { tieDecisions: [decision('cleared', 'dpp9')] }),
      'unclear',
    ],
    [
      'a declaration after the team had cleared a similar name',
      withTie(declaredByDpp, { tieDecisions: [decision('cleared')] }),
      'upheld',
    ],
    [
      'two ties of which one is certain',
      aRequest({ conflicts: [conflictWith('J Whitlock'), conflictWith('Jane Anne Whitlock')] }),
      'upheld',
    ],
  ])('by %s', (_, request, standing) => {
    expect(judgeTies(request, dpp).standing).toBe(standing);
  });

  it('says the kinds of the ties that count', () => {
    const request = aRequest({
      conflicts: [
        conflictWith('J Whitlock', { kind: 'line-manager' }),
        conflictWith('Jane Whitlock', { kind: 'relative-or-close-tie' }),
        conflictWith('John Whitlock', { kind: 'business-or-financial' }),
      ],
    });
    expect(judgeTies(request, dpp)).toEqual({
      standing: 'unclear',
      kinds: ['line-manager', 'relative-or-close-tie'],
    });
  });
});

describe('the learner themselves', () => {
  const learner = (changes: Partial<SupervisionRequest> = {}) =>
    judgeLearner(aRequest(changes), aPractitioner());

  it('is known by their address, however it is spelt', () => {
    expect(learner({ email: ' AMARA@dpp.example' })).toBe('same');
    expect(learner()).toBe('different');
  });

  it('is known by their number, whatever the profession and the zeros', () => {
    const physio = aPractitioner({
      profession: 'physiotherapist',
      regulator: 'hcpc',
      registrationNumber: 'PH012377',
    });
    const request = aRequest({
      profession: 'physiotherapist',
      learnerType: 'allied-health',
      registrationNumber: 'PH12377',
    });
    expect(judgeLearner(request, physio)).toBe('same');
    const nurse = aPractitioner({ profession: 'nurse', regulator: 'nmc', registrationNumber: '01A2345N' });
    const midwife = aRequest({ profession: 'midwife', registrationNumber: '01A2345N' });
    expect(judgeLearner(midwife, nurse)).toBe('same');
  });

  it('is unclear if only the name is the same, until the team decides', () => {
    const { registrationNumber: _, ...unregistered } = aRequest({ requesterName: 'Amara Example' });
    const dpp = aPractitioner({ name: 'Amara Example' });
    expect(judgeLearner(unregistered, dpp)).toBe('unclear');
    expect(judgeTies(unregistered, dpp)).toEqual({ standing: 'unclear', kinds: ['learner'] });
    const decided = {
      ...unregistered,
      tieDecisions: [{ practitionerId: dpp.id, is: 'cleared' as const, by: 'Tess', at: NOW }],
    };
    expect(judgeTies(decided, dpp).standing).toBe('cleared');
  });
});
