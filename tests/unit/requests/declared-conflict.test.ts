import { describe, expect, it } from 'vitest';
import { clearedConflict, isUndecided, personInOldText } from '../../../shared/requests/declared-conflict.ts';
import { conflictWith, NOW } from '../../support/builders.ts';

const cleared = conflictWith('Sam Example', {
  decision: { is: 'cleared', by: 'Tess', at: '2026-11-01T09:00:00.000Z' },
});

describe('the person in free text of 0.1.0', () => {
  it('is an address if the text holds an @', () => {
    expect(personInOldText('sam@trust.example')).toEqual({ address: 'sam@trust.example', oldText: true });
  });

  it('is one name otherwise, even if the text lists several people', () => {
    expect(personInOldText('Sam Example, Kim Example')).toEqual({
      name: 'Sam Example, Kim Example',
      oldText: true,
    });
  });
});

describe('a declared conflict', () => {
  it('is undecided until the team clears it', () => {
    const conflict = conflictWith('Sam Example');
    expect(isUndecided(conflict)).toBe(true);
    expect(isUndecided(clearedConflict(conflict, 'Tess', NOW))).toBe(false);
  });

  it('records who cleared it and when, and keeps the person and the kind', () => {
    const conflict = conflictWith('sam@trust.example', { kind: 'business-or-financial' });
    expect(clearedConflict(conflict, 'Tess', NOW)).toEqual({
      kind: 'business-or-financial',
      address: 'sam@trust.example',
      decision: { is: 'cleared', by: 'Tess', at: NOW },
    });
  });

  it('keeps the first decision if it is cleared again', () => {
    expect(clearedConflict(cleared, 'Uma', NOW)).toEqual(cleared);
  });
});
