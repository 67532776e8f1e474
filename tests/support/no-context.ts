import { contextWithoutHistory } from '../../shared/matching/query/seat-query.ts';
import { kentAndMedway } from './kent-and-medway.ts';

/** The context of Kent and Medway without history. */
export const noContext = contextWithoutHistory(kentAndMedway);
