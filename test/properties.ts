/**
 * One seed for every property, so that the verdict of `npm test` depends on the commit alone.
 * `DAYBOOK_SEED=N` takes another; the long tests take a fresh one, which a failure prints.
 */
import fc from 'fast-check';

const { DAYBOOK_SEED, DAYBOOK_LONG } = process.env;
if (DAYBOOK_SEED !== undefined) fc.configureGlobal({ seed: Number(DAYBOOK_SEED) });
else if (DAYBOOK_LONG === undefined) fc.configureGlobal({ seed: 20231017 });
