import { dppMatchApp } from './dpp-match-app.ts';
import { settingsOf } from './definition/stages.ts';

/**
 * Synthesizes the stage named by STAGE, for instance `STAGE=production npm run synth`. Without STAGE it synthesizes
 * `demo`.
 */
dppMatchApp(settingsOf(process.env['STAGE'] ?? 'demo')).synth();
