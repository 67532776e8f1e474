import * as z from 'zod';
import { listIn, textIn } from '../answers.ts';
import type { FormerFields } from '../question.ts';

/**
 * The two fields in which the form of version 0.1.0 asked about ties: the kinds of tie, and one person as free
 * text.
 */
export const formerConflicts: FormerFields = {
  fields: {
    conflictKinds: z.array(z.string()).describe('Send `conflicts` instead'),
    conflictWith: z.string().describe('Send `conflicts` instead'),
  },
  convert: (answers) => {
    const kinds = listIn(answers, 'conflictKinds');
    const who = textIn(answers, 'conflictWith');
    const rest = Object.fromEntries(
      Object.entries(answers).filter(([name]) => name !== 'conflictKinds' && name !== 'conflictWith'),
    );
    if (rest['conflicts'] !== undefined || (kinds.length === 0 && who === undefined)) return rest;
    return { ...rest, conflicts: [{ kinds: [...kinds], ...(who === undefined ? {} : { who }) }] };
  },
};
