/**
 * A life of a thing as data: for every state, the events that may happen and the state that each leads to.
 * Repositories take their conditions from it, `docs/state-machines.md` is drawn from it.
 */
export type Machine<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The state after `event`, or undefined when the machine does not allow it from `state`. */
export const next = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): State | undefined => machine[state][event];

/** Every state from which `event` is allowed: what a write may be conditioned on. */
export const sources = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  states: readonly State[],
  event: Event,
): readonly State[] => states.filter((state) => machine[state][event] !== undefined);
