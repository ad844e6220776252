/** Starts the engine over the files of data/ in this process alone and prints what each step took, in milliseconds of processor time, as JSON. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ROOT } from '../src/compose.ts';
import { createEngine } from '../src/extract/engine.ts';
import { nounsOf, readDataFiles, readLanguage } from '../src/operations/data-files.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

const first = held();
const spent = (): number => process.cpuUsage().user / 1000;
const asked = spent();
const { actors, places } = nounsOf(await readDataFiles(join(ROOT, 'data')));
const data = { actors, places, ...(await readLanguage(join(ROOT, 'data'))) };
const parsed = spent();
const engine = createEngine(data);
const built = spent();
console.log(
  JSON.stringify({ files: parsed - asked, engine: built - parsed, mib: held() - first, reads: typeof engine.read }),
);
