import { dppMatchApp } from './dpp-match-app.ts';
import { stageOf } from './definition/stage-of.ts';

/**
 * Synthesizes the stage named by STAGE, for instance `STAGE=production npm run synth`. Without STAGE it synthesizes
 * `demo`.
 */
dppMatchApp(stageOf(process.env)).synth();
