import { dppMatchApp } from './dpp-match-app.ts';
import { settingsOf } from './definition/stages.ts';

/** `STAGE=production npm run synth`; `demo` when not given, which is also what runs on one machine. */
dppMatchApp(settingsOf(process.env['STAGE'] ?? 'demo')).synth();
