import { capabilitiesOf } from './capabilities-of.ts';

/** Functions for the public listings, open data and figures. */
export const directory = capabilitiesOf('directory', [
  {
    verb: 'results',
    effect: 'The directory cannot be searched.',
    table: ['read-list'],
    settings: [],
  },
  {
    verb: 'profile',
    effect: "A DPP's own page in the directory shows an error.",
    table: ['get'],
    settings: [],
  },
  {
    verb: 'open-data',
    effect: 'The open data of the directory cannot be downloaded.',
    table: ['read-list'],
    settings: [],
  },
  {
    verb: 'insights',
    effect: 'The page on supply and demand shows an error.',
    table: ['read-list', 'read-partition'],
    settings: [],
  },
]);
