import { expect, test } from 'vitest';

type Drawn = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** An arrow of a state machine, named by the state that it leaves and by its event: "pending accept". */
export type Arrow<Machine extends Drawn> = {
  [State in keyof Machine & string]: `${State} ${keyof Machine[State] & string}`;
}[keyof Machine & string];

/**
 * Tests that each arrow of a state machine has a move, and that the move leads to the state to which the arrow points.
 */
export const everyArrowHasAMove = <Machine extends Drawn>(
  machine: Machine,
  moves: Readonly<Record<Arrow<Machine>, () => string | undefined>>,
): void => {
  const arrows = Object.entries(machine).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => [`${from} ${event}`, to] as const),
  );

  test('there are as many moves as arrows', () =>
    expect(Object.keys(moves).toSorted()).toEqual(arrows.map(([arrow]) => arrow).toSorted()));

  test.each(arrows)('%s leads to %s', (arrow, to) => {
    const move = new Map<string, () => string | undefined>(Object.entries(moves)).get(arrow);
    expect(move?.()).toBe(to);
  });
};
