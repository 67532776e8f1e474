import type { HttpHandler, HttpRequest } from '../../functions/web/http/http-message.ts';
import { anHttpRequest } from '../support/http-event.ts';
import type { Dice } from './dice.ts';
import type { Ended, Stage } from './world.ts';

/** An action of a simulated person or machine. */
export type Act = (world: Stage, dice: Dice) => void;

export const ofJson = (token: string, method: 'GET' | 'POST', json: unknown): HttpRequest =>
  anHttpRequest({ method, params: { token }, json, wantsJson: true });

/**
 * Sends a request to a handler. A GET must not write anything, nor must a request that is answered with a status of 400
 * or higher: `refused` tells the simulation to check that.
 */
export const over = async (handler: HttpHandler, request: HttpRequest): Promise<Ended> => {
  const reply = await handler(request);
  return {
    refused: request.method === 'GET' || reply.status >= 400,
    says: `${String(reply.status)} ${reply.body.slice(0, 80)}`,
  };
};

/** Performs an action and sometimes repeats it, at once or later, as impatient people do. */
export const pressing = (world: Stage, dice: Dice, press: (dice: Dice) => void): void => {
  const times = dice.happens(0.2) ? 2 : dice.happens(0.1) ? 3 : 1;
  for (let time = 0; time < times; time += 1) {
    const own = world.dice(dice.below(2 ** 30), time);
    world.time.at(world.time.now + (time === 0 ? 0 : dice.below(60)), () => press(own));
  }
};

/** Picks a recent item most of the time, and sometimes an old one. */
export const lately = <Item>(items: readonly Item[], dice: Dice): Item | undefined =>
  dice.pick(dice.happens(0.8) ? items.slice(-6) : items);
