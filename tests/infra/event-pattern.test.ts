import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../infra/local/events/event-pattern.ts';

const emailRows = { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['email'] } } } };
const row = (eventName: string, image: object) => ({ eventName, dynamodb: { NewImage: image } });

describe('a filter', () => {
  it('accepts an event with one of the listed values in every field', () => {
    expect(matchesPattern(emailRows, row('INSERT', { kind: { S: 'email' }, more: { N: '1' } }))).toBe(true);
  });

  it.each([
    ['another value', row('INSERT', { kind: { S: 'offer' } })],
    ['another event', row('MODIFY', { kind: { S: 'email' } })],
    ['no value at all', row('INSERT', {})],
    ['a removed row, which has no new image', { eventName: 'INSERT', dynamodb: {} }],
  ])('rejects %s', (_, event) => {
    expect(matchesPattern(emailRows, event)).toBe(false);
  });

  it('compares booleans, not their names', () => {
    const seeking = { dynamodb: { NewImage: { seeking: { BOOL: [true] } } } };
    expect(matchesPattern(seeking, row('MODIFY', { seeking: { BOOL: true } }))).toBe(true);
    expect(matchesPattern(seeking, row('MODIFY', { seeking: { BOOL: 'true' } }))).toBe(false);
  });

  it('finds a value in a list, as in the tags of an e-mail', () => {
    const tagged = { detail: { mail: { tags: { set: ['ours'] } } } };
    expect(matchesPattern(tagged, { detail: { mail: { tags: { set: ['theirs', 'ours'] } } } })).toBe(true);
    expect(matchesPattern(tagged, { detail: { mail: { tags: { set: ['theirs'] } } } })).toBe(false);
  });

  it('knows prefix, exists and anything-but', () => {
    expect(matchesPattern({ a: [{ prefix: 'x' }] }, { a: 'xy' })).toBe(true);
    expect(matchesPattern({ a: [{ exists: false }] }, {})).toBe(true);
    expect(matchesPattern({ a: [{ 'anything-but': ['x'] }] }, { a: 'x' })).toBe(false);
  });

  it('is refused when it uses a rule that the runner does not know', () => {
    expect(() => matchesPattern({ a: [{ cidr: '10.0.0.0/8' }] }, { a: '10.1.1.1' })).toThrow('cidr');
  });
});
