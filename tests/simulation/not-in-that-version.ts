/** Thrown where the simulation starts a function that the simulated version does not have. Nothing happens then. */
export class NotInThatVersion extends Error {}
