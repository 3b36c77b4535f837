// Each commit draws its own cases: the same ones in every run of it, so that a red check means a change and not a throw of
// the dice, and others than the commit before, so that the search goes on. JIANBAO_SEED=… npm run test:unit draws others.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['JIANBAO_SEED'] ?? 20_221_011) });
