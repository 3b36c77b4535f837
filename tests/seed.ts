// Property tests draw the same cases in every run, so that a red check means a change and not a throw of the dice. Other
// cases are looked for on purpose: JIANBAO_SEED=$RANDOM npm run test:unit.
import fc from 'fast-check';

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['JIANBAO_SEED'] ?? 20_221_011),
});
