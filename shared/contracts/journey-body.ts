import * as z from 'zod';
import type { Journey, Question } from '../journeys/question.ts';

/**
 * Describes a field by its label and hint. Leaves out the hints of dates, because those hints explain the
 * three boxes on the page.
 */
const describedBy = ({ kind, label, hint }: Question): string =>
  hint === undefined || kind === 'date' ? label : `${label}. ${hint}`;

/** Other ways to send an organisation: by its code, or by a name that may be in no list. */
const organisationForms = [
  z.strictObject({ code: z.string().describe('Code of the Organisation Data Service') }),
  z.strictObject({ name: z.string() }),
] as const;

const fieldOf = (question: Question) => {
  const schema =
    question.kind === 'suggest' ? z.union([question.schema, ...organisationForms]) : question.schema;
  const described = schema.describe(describedBy(question));
  return question.when === undefined ? described : described.optional();
};

/** Fields of an earlier version of the journey, which are still accepted but marked as deprecated. */
const formerFieldsOf = (former: Journey['former']) =>
  Object.fromEntries(
    Object.entries(former?.fields ?? {}).map(([name, schema]) => [
      name,
      schema.optional().meta({ deprecated: true }),
    ]),
  );

/**
 * Schema of a journey as one JSON body. Every question is a field and unknown fields are rejected.
 * Conditional questions are optional here; the journey's own check decides when they are required.
 */
export const journeyBodySchema = ({ steps, former }: Journey) =>
  z.strictObject({
    ...Object.fromEntries(
      steps.flatMap(({ questions }) =>
        questions.map((question) => [question.name, fieldOf(question)] as const),
      ),
    ),
    ...formerFieldsOf(former),
  });
