import type { Instance } from '../../../shared/allocation/instance.ts';
import { limiters } from './limiters.ts';

/**
 * Returns the maximum number of learners who can be placed together, found by augmenting paths on a simple graph. A
 * pinned learner can only be placed in the pinned pair.
 * @param among the learners to place; all by default
 */
export const mostPlaced = (
  instance: Instance,
  among: readonly string[] = instance.learners.map(({ id }) => id),
): number => {
  const sets = limiters(instance).sort((a, b) => a.members.size - b.members.size);
  const room = new Map<string, Map<string, number>>();
  const connect = (from: string, to: string, most: number): void => {
    for (const [a, b, capacity] of [
      [from, to, most],
      [to, from, 0],
    ] as const) {
      const row = room.get(a) ?? new Map<string, number>();
      row.set(b, (row.get(b) ?? 0) + capacity);
      room.set(a, row);
    }
  };
  sets.forEach(({ members, most }, index) => {
    const over = sets.findIndex((other, place) => place > index && members.isSubsetOf(other.members));
    connect(`set${index}`, over < 0 ? 'sink' : `set${over}`, most);
  });
  const entry = (practitioner: string): string =>
    `set${sets.findIndex(({ members }) => members.has(practitioner))}`;
  const pinned = new Map(instance.pinned.map(({ learner, practitioner }) => [learner, practitioner]));
  for (const learner of among) connect('source', `learner ${learner}`, 1);
  for (const { learner, practitioner } of instance.pairs) {
    const allowed = !pinned.has(learner) || pinned.get(learner) === practitioner;
    if (allowed && among.includes(learner)) connect(`learner ${learner}`, entry(practitioner), 1);
  }
  const push = (from: string, visited: Set<string>): boolean => {
    if (from === 'sink') return true;
    visited.add(from);
    for (const [to, left] of room.get(from) ?? []) {
      if (left <= 0 || visited.has(to) || !push(to, visited)) continue;
      connect(from, to, -1);
      room.get(to)!.set(from, room.get(to)!.get(from)! + 1);
      return true;
    }
    return false;
  };
  let placed = 0;
  while (push('source', new Set())) placed += 1;
  return placed;
};
