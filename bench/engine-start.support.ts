/** Starts the engine over the files of data/ in this process alone and prints what it took, as JSON. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ROOT } from '../src/compose.ts';
import { engineFromFiles } from '../src/operations/file-engine.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

const before = held();
const start = performance.now();
const { engine } = await engineFromFiles(join(ROOT, 'data'));
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, mib: held() - before, name: engine.read.name }));
