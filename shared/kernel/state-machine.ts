/**
 * A lifecycle as data: for every state, the allowed events and the state that each leads to. Repositories
 * derive write conditions from it, and `docs/state-machines.md` is drawn from it.
 */
export type Machine<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The state after `event`; undefined if it is not allowed in `state`. */
export const next = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): State | undefined => machine[state][event];

/** All states in which `event` is allowed, for the condition of a write. */
export const sources = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  states: readonly State[],
  event: Event,
): readonly State[] => states.filter((state) => machine[state][event] !== undefined);
