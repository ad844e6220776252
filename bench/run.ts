/** `npm run bench -- NAME…`: runs benches by the names of their files, all of them where none is named. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = (await readdir(here))
  .flatMap((f) => (f.endsWith('.ts') && f !== 'run.ts' && !f.includes('support') ? [f.slice(0, -3)] : []))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((n) => !names.includes(n));
if (unknown.length) {
  console.error(`There is no bench “${unknown.join('”, “')}”. Benches: ${names.join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length ? asked : names) {
  const { bench } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as { bench: () => Promise<void> };
  await bench();
}
process.exit();
