import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    refusal: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
]);
export type ProgrammeOutcome = z.infer<typeof outcomeSchema>;

/** Placeholder credentials: the local service accepts any. */
const LOCAL_CREDENTIALS = { accessKeyId: 'here', secretAccessKey: 'here' };

const clientFor = (stage: string | undefined): LambdaClient =>
  stage === undefined
    ? new LambdaClient({
        region: 'eu-west-2',
        endpoint:
          process.env['AWS_ENDPOINT_URL_LAMBDA'] ??
          `http://localhost:${process.env['CONSOLE_PORT'] ?? '8082'}`,
        credentials: LOCAL_CREDENTIALS,
      })
    : new LambdaClient({ region: 'eu-west-2' });

/**
 * Runs a command of the programme team through Lambda's Invoke API: by the function for rounds if the command's name
 * begins with `round-`, otherwise by the function for all other commands.
 * @param stage deployed stage, with the caller's own AWS credentials; undefined for the local service
 */
export const invokeProgramme = async (
  event: { readonly command: string },
  stage: string | undefined,
): Promise<ProgrammeOutcome> => {
  const answer = await clientFor(stage).send(
    new InvokeCommand({
      FunctionName: `dpp-match-${stage ?? 'demo'}-programme-${event.command.startsWith('round-') ? 'rounds' : 'programme'}`,
      Payload: Buffer.from(JSON.stringify(event)),
    }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError !== undefined) throw new Error('the function failed; see its log');
  return outcomeSchema.parse(JSON.parse(text));
};
