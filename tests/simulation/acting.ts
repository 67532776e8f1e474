import type { HttpHandler, HttpRequest } from '../../functions/web/http/http-message.ts';
import { anHttpRequest } from '../support/http-event.ts';
import type { Dice } from './dice.ts';
import type { Ended, Stage } from './world.ts';

/** Something that somebody does; nothing when there is nothing to do it to. */
export type Act = (world: Stage, dice: Dice) => void;

export const ofJson = (token: string, method: 'GET' | 'POST', json: unknown): HttpRequest =>
  anHttpRequest({ method, params: { token }, json, wantsJson: true });

/** A form or page by its link: refused when it says so, and a page that is only read writes nothing. */
export const over = async (handler: HttpHandler, request: HttpRequest): Promise<Ended> => {
  const reply = await handler(request);
  return {
    refused: request.method === 'GET' || reply.status >= 400,
    says: `${String(reply.status)} ${reply.body.slice(0, 80)}`,
  };
};

/** The same again: impatient people press twice, and once more later. */
export const pressing = (world: Stage, dice: Dice, press: (dice: Dice) => void): void => {
  const times = dice.happens(0.2) ? 2 : dice.happens(0.1) ? 3 : 1;
  for (let time = 0; time < times; time += 1) {
    const own = world.dice(dice.below(2 ** 30), time);
    world.time.at(world.time.now + (time === 0 ? 0 : dice.below(60)), () => press(own));
  }
};

/** Mostly what came lately, now and then something old. */
export const lately = <Item>(items: readonly Item[], dice: Dice): Item | undefined =>
  dice.pick(dice.happens(0.8) ? items.slice(-6) : items);
