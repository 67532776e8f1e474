import { describe, expect, it } from 'vitest';
import { address, isSelf, means } from '../../../shared/requests/same-person.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';

const dpp = { id: 'dpp1', name: 'Dr. Zoë O’Neill-Example', email: 'Zoe@dpp.example' };

describe('what a learner wrote matches a person', () => {
  it.each([
    ['their id', 'dpp1'],
    ['their address within other words', 'my manager (zoe@DPP.example)'],
    ['their name without accents, title and signs', 'Zoe O Neill Example'],
    ['their name in another order, with more words', 'Example, Zoë O’NEILL: my partner'],
    ['their name with another title', 'Prof. Zoe O Neill Example'],
  ])('when it is %s', (_, written) => {
    expect(means(written, dpp)).toBe(true);
  });

  it.each([
    ['a part of their name only', 'Zoe Example'],
    ['another name', 'Amara Example'],
    ['a name that begins like theirs', 'Zoe O Neill Examples'],
    ['nothing', ''],
    ['another address', 'zoe@other.example'],
    ['an id that only begins like theirs', 'dpp12'],
  ])('not when it is %s', (_, written) => {
    expect(means(written, dpp)).toBe(false);
  });

  it('a name of one word has to be all that was written, title aside', () => {
    const zoe = { ...dpp, name: 'Zoë' };
    expect(means('zoe', zoe)).toBe(true);
    expect(means('Mrs Zoë', zoe)).toBe(true);
    expect(means('Zoe Quill', zoe)).toBe(false);
  });

  it('a name of two words is meant by both of them, not by one', () => {
    const two = { ...dpp, name: 'Bo Li' };
    expect(means('Li, Bo', two)).toBe(true);
    expect(means('Bo', two)).toBe(false);
    expect(means('BoLi', two)).toBe(false);
  });

  it('a name of one word is not meant by its letters in two words', () => {
    expect(means('Zo e', { ...dpp, name: 'Zoe' })).toBe(false);
  });

  it('punctuation around a name is ignored', () => {
    expect(means('Zoe Quill', { ...dpp, name: '(Zoe Quill)' })).toBe(true);
    expect(means('“Zoe” – Quill.', { ...dpp, name: 'Zoe Quill' })).toBe(true);
  });

  it('digits belong to a name', () => {
    expect(means('Example Dpp 12', { ...dpp, name: 'Example Dpp 1' })).toBe(false);
  });

  it.each(['dr', 'Mr', 'MRS', 'ms', 'Miss', 'Mx', 'Prof', 'Professor'])(
    '“%s” is no part of a name',
    (title) => {
      expect(means('Zoe', { ...dpp, name: `${title} Zoe` })).toBe(true);
    },
  );
});

describe('the learner themselves', () => {
  it('is known by their address, however it is spelt', () => {
    expect(address('  Lee@Learner.Example ')).toBe('lee@learner.example');
    expect(isSelf(aRequest(), aPractitioner({ email: 'LEE@learner.example ' }))).toBe(true);
    expect(isSelf(aRequest({ email: ' Amara@dpp.example' }), aPractitioner())).toBe(true);
    expect(isSelf(aRequest(), aPractitioner())).toBe(false);
  });

  it('is known by the same number in the same register only', () => {
    const nurse = { profession: 'nurse', regulator: 'nmc', registrationNumber: '2054321' } as const;
    expect(isSelf(aRequest(), aPractitioner({ registrationNumber: '2054321' }))).toBe(true);
    expect(isSelf(aRequest(), aPractitioner(nurse))).toBe(false);
    const { registrationNumber, ...unregistered } = aRequest();
    expect(registrationNumber).toBeDefined();
    expect(isSelf(unregistered, aPractitioner())).toBe(false);
  });
});
