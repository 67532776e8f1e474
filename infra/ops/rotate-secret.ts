import { parseArgs } from 'node:util';
import { changeDoor, changeFormSecret } from './change-secret.ts';
import { localSecret, secretOfDeployedStage } from './secrets-of-stage.ts';

const USAGE = `Changes a secret while the service runs. Nobody notices. It is safe to repeat: it goes on where it stopped.

  npm run rotate-secret -- door            the header with which CloudFront opens the API
  npm run rotate-secret -- form            the key of forms that are being filled in; run it again a day later
  npm run rotate-secret -- form --at-once  without that day: forms that were begun before must be started again

With --stage STAGE on a deployed stage, with your AWS credentials; without it on this machine.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stage: { type: 'string' },
    'at-once': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [name, ...more] = positionals;
if (values.help || more.length > 0 || (name !== 'door' && name !== 'form')) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const { CONSOLE_URL, CONSOLE_PORT = '8082' } = process.env;
const say = (line: string) => console.log(line);
const deps =
  values.stage === undefined
    ? await localSecret(name, CONSOLE_URL ?? `http://localhost:${CONSOLE_PORT}`, say)
    : await secretOfDeployedStage(name, values.stage, say);
if (name === 'door') await changeDoor(await deps.distribution(), deps);
else await changeFormSecret({ ...deps, atOnce: values['at-once'] });
