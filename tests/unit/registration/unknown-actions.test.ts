import { expect, it } from 'vitest';
import { listingRoom, statusRoom } from '../../support/armour/rooms.ts';
import { oddNames } from '../../support/armour/texts.ts';
import { anEvent, someJson } from '../../support/http-event.ts';

const odd = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', ...oddNames];

it.each([
  { start: 'status', open: statusRoom },
  { start: 'manage', open: () => listingRoom('manage') },
])('an unknown action of /$start is not found, whatever its name', async ({ start, open }) => {
  const room = await open();
  for (const name of odd) {
    const path = `/${start}/${room.token}/${name}`;
    const looked = await room.send(anEvent({ path }));
    const pressed = await room.send(someJson(path, { decision: 'yes' }));
    expect([looked.statusCode, pressed.statusCode], name).toEqual([404, 404]);
  }
  expect(room.commits()).toBe(0);
});

it('a page that only asks for a new link accepts any body and writes nothing', async () => {
  for (const [start, room] of [
    ['status', await statusRoom()],
    ['manage', await listingRoom('manage')],
  ] as const) {
    for (const body of [
      {},
      { renew: 'yes' },
      { renew: 1 },
      { renew: false },
      [],
      null,
      '"renew"',
      { a: { b: 1 } },
    ]) {
      const { statusCode } = await room.send(someJson(`/${start}/${room.token}`, body));
      expect(statusCode).toBe(303);
    }
    expect(room.commits()).toBe(0);
  }
});
