import { borderPlants } from './borders/border-plants.ts';
import { directoryPlants } from './planted/directory-plants.ts';
import { matchingPlants } from './planted/matching-plants.ts';
import { notificationsPlants } from './planted/notifications-plants.ts';
import type { Plant } from './planted/plant.ts';
import { privacyPlants } from './planted/privacy-plants.ts';
import { programmePlants } from './planted/programme-plants.ts';
import { registrationPlants } from './planted/registration-plants.ts';
import { standingPlants } from './planted/standing-plants.ts';
import { storePlants } from './planted/store-plants.ts';

/** All faults that can be planted, by the room whose rules they break. */
export const plants: readonly Plant[] = [
  ...storePlants,
  ...registrationPlants,
  ...programmePlants,
  ...standingPlants,
  ...matchingPlants,
  ...notificationsPlants,
  ...privacyPlants,
  ...directoryPlants,
  ...borderPlants,
];
