/**
 * A life cycle as data: for every state, the allowed events and the state that each leads to.
 * `docs/state-machines.md` is drawn from it, and tests check that a move exists for every allowed event.
 */
export type Machine<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The state after `event`; undefined if `event` is not allowed in `state`. */
export const next = <State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): State | undefined => machine[state][event];
