import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asDaybookError, showError } from './model/errors.ts';
import { programOf, runCommandLine } from './operations/cli.ts';
import { STANDING } from './operations/front.ts';
import { count } from './operations/count.ts';
import { ingestPaths } from './operations/ingest.ts';
import { loadData } from './operations/load.ts';
import type { AnswerView } from './operations/outputs.ts';
import { run } from './operations/run.ts';
import { showAnswer } from './operations/show-answer.ts';
import { lastEntry } from './record/points.ts';
import { compose, deskToken, ROOT, type World } from './compose.ts';
import { settingsFrom, type Settings } from './settings.ts';

/** Composition root: the command line over the verbs, and the two ways to keep running. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

// A reader that has seen enough (“| head”) closes the pipe: no fault of ours.
process.stdout.on('error', (e: NodeJS.ErrnoException) => process.exit(e.code === 'EPIPE' ? 0 : 1));

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Ctrl-C, or a supervisor's request to stop; listened for from the first line on, whatever is under way. */
const interrupted = new Promise<void>((stop) => {
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
const worlds = new Set<World>();
let serving = false;

/** A verb that is cut short keeps what it acknowledged, gives its connections back and stops its database. */
void interrupted.then(async () => {
  if (serving) return;
  await Promise.allSettled([...worlds].map((w) => w.close()));
  process.exit(130);
});

async function open(settings: Settings, needs: { database: boolean }): Promise<World> {
  const world = await compose(settings, needs);
  worlds.add(world);
  return world;
}

/** Until somebody stops it; stops what it started, in order. */
async function keepServing(world: World, settings: Settings): Promise<void> {
  // Verbs that answer and end need no web server: it is loaded by those that stay.
  const { appOf, serveOn } = await import('./serve.ts');
  const { url, close } = await serveOn(appOf(world.context, { token: await deskToken(settings), version }), settings);
  serving = true;
  say(`Daybook is at ${url} (Ctrl-C stops it).`);
  await interrupted;
  await close();
}

/** The site over the record as it is, with the data files as they are. */
async function serve(world: World, settings: Settings): Promise<void> {
  await loadData(world.context, settings.user);
  await keepServing(world, settings);
}

/** What a newcomer runs: data files, samples, the answer, the site. */
async function start(world: World, settings: Settings): Promise<void> {
  const { context } = world;
  await loadData(context, settings.user);
  if (settings.samples && (await holdsOnlySamples(world))) {
    const done = await ingestPaths(context, { paths: [join(ROOT, 'samples')], by: settings.user });
    for (const e of done.errors) complain(showError(e));
    if (done.captured) say(`${done.captured} samples brought in, ${done.claims} claims found.\n`);
  }
  say(showAnswer((await run(count, context, { rule: STANDING })) as AnswerView, { brief: true }));
  say('');
  await keepServing(world, settings);
}

/** Samples join a record that holds nothing else: a desk's own record is left alone. */
async function holdsOnlySamples({ store }: World): Promise<boolean> {
  const [row] = await store.read((q) =>
    q<{ others: number }>(
      `select count(*) as others from report where until is null and body->'report'->'source'->>'id' not like 'samples-%'`,
    ),
  );
  return row!.others === 0;
}

/** Runs with everything open, and closes it whatever happens. */
async function withWorld(work: (world: World, settings: Settings) => Promise<void>): Promise<void> {
  const settings = settingsFrom(process.env);
  const world = await open(settings, { database: true });
  try {
    await work(world, settings);
  } finally {
    await world.close();
  }
}

/** A record that holds nothing yet gets the data files first: sources, actors, places and rules are needed by every verb. */
async function opened(needs: { database: boolean }): Promise<World> {
  const settings = settingsFrom(process.env);
  const world = await open(settings, needs);
  try {
    if (needs.database && (await world.store.read(lastEntry)) === 0) await loadData(world.context, settings.user);
    return world;
  } catch (e) {
    await world.close();
    throw e;
  }
}

const program = programOf(
  {
    out: say,
    err: complain,
    user: settingsFrom(process.env).user,
    open: opened,
  },
  version,
);
program
  .command('start')
  .description('Loads the data files and samples, prints the standing answer, serves the site.')
  .action(() => withWorld(start));
program
  .command('serve')
  .description('Serves the site and the verbs over HTTP.')
  .action(() => withWorld(serve));

try {
  await runCommandLine(program, process.argv.slice(2));
} catch (e) {
  complain(showError(asDaybookError(e)));
  if (process.env.DAYBOOK_DEBUG) complain(String((e as Error).stack));
  process.exitCode = 1;
}
// Idle sockets of the database pool may linger; everything that had to be kept is kept.
process.exit();
