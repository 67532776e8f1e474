import { describe, expect, it } from 'vitest';
import { rooms } from '../../../rooms.config.ts';
import { findCircles } from '../../support/rooms/find-circles.ts';
import { forbiddenImport } from '../../support/rooms/forbidden-import.ts';
import { orderedRooms } from '../../support/rooms/ordered-rooms.ts';

const room = (folder: string, imports: readonly string[] = []) => ({ folder, imports, holds: '' });

describe('the table of rooms', () => {
  it('refuses to load when a room names a later one', () => {
    expect(() => orderedRooms([room('shared/a', ['shared/b']), room('shared/b')])).toThrow(
      'shared/a names shared/b, which is not listed before it',
    );
  });

  it('refuses to load when a room is listed twice', () => {
    expect(() => orderedRooms([room('shared/a'), room('shared/a')])).toThrow('listed twice');
  });

  it('reads a star as every earlier room of that folder', () => {
    const [, , last] = orderedRooms([
      room('shared/a'),
      room('functions/b'),
      room('functions/c', ['shared/*']),
    ]);
    expect(last?.imports).toEqual(['shared/a']);
  });
});

describe('a forbidden import says where the code belongs', () => {
  it.each([
    ['shared/people/practitioner.ts', 'shared/offers/offer.ts', /what needs both belongs in shared\/offers/u],
    ['shared/people/practitioner.ts', 'functions/platform/log.ts', /belongs in a use case in functions\//u],
    ['functions/web/links/link.ts', 'functions/matching/offers/accept.ts', /belongs in .*functions\/store/u],
    ['functions/matching/seats/rank.ts', 'functions/matching/rounds/plan.ts', /belongs in a sub-room below/u],
    ['functions/registration/confirm.ts', 'functions/matching/container.ts', /rows in functions\/store/u],
    ['functions/programme/checks/check.ts', 'infra/definition/stages.ts', /environment variable/u],
    ['site/src/views/page.tsx', 'functions/web/http/reply.ts', /reading it belongs in a use case/u],
    ['functions/store/unit-of-work.ts', 'tests/support/builders.ts', /belongs in shared\/ or functions\//u],
  ])('%s → %s', (from, to, belongs) => {
    expect(forbiddenImport(from, to, rooms)).toMatch(belongs);
  });

  it.each([
    ['functions/matching/offers/accept.ts', 'shared/offers/offer.ts'],
    ['functions/matching/rounds/plan.ts', 'functions/matching/seats/rank.ts'],
    ['functions/matching/move-on.lambda.ts', 'functions/matching/container.ts'],
    ['tests/unit/rooms/walls.test.ts', 'functions/matching/container.ts'],
    ['infra/ops/drill.ts', 'infra/local/seed/seed.ts'],
  ])('but %s → %s is allowed', (from, to) => {
    expect(forbiddenImport(from, to, rooms)).toBeUndefined();
  });
});

describe('circles', () => {
  it('are found, each as the path around it', () => {
    const arrows = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [], e: ['f'], f: ['e'] };
    expect(findCircles(new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)])))).toEqual([
      ['b', 'c', 'b'],
      ['e', 'f', 'e'],
    ]);
  });
});
