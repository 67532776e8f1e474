import type { Stack } from 'aws-cdk-lib';
import * as z from 'zod';

/** The form in which other stacks refer to an exported value. */
const imported = z.object({ 'Fn::ImportValue': z.string() });

/** Exports a value of a stack, and returns the name by which other stacks import it: cdk-nag's findings there write it so. */
export const importedName = (stack: Stack, value: string): string =>
  imported.parse(stack.resolve(stack.exportValue(value)))['Fn::ImportValue'];
