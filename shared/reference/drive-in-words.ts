import type { Drive } from '../geography/travel.ts';
import { counted } from './reference-words.ts';

/** Puts miles by road into words: "11 miles by road", "less than a mile by road". */
export const roadMilesInWords = (miles: number): string =>
  `${Math.round(miles) < 1 ? 'less than a mile' : counted(Math.round(miles), 'mile')} by road`;

/** Puts a drive into words: "about 20 minutes, 11 miles by road". */
export const driveInWords = ({ minutes, miles }: Drive): string =>
  `about ${counted(minutes, 'minute')}, ${roadMilesInWords(miles)}`;
