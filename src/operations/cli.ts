import { Command, CommanderError, type Argument, Option } from 'commander';
import * as z from 'zod';
import { asDaybookError, showError } from '../model/errors.ts';
import type { Context } from './context.ts';
import type { Operation } from './operation.ts';
import { run } from './run.ts';
import { VERBS } from './verbs.ts';

/** What the command line needs of the process. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Who acts where --by is not given: only for verbs whose doing needs no reason. */
  user: string;
  /** Opens the context; read-only file verbs never call it for a database. */
  open: (needs: { database: boolean }) => Promise<{ context: Context; close: () => Promise<void> }>;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The type of a field under its optional and default wrappings. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

function argumentOf(verb: Operation, name: string, command: Command): Argument {
  const field = (verb.input.shape as Record<string, z.ZodType>)[name]!;
  const many = bare(field) instanceof z.ZodArray;
  const argument = command.createArgument(`<${kebab(name)}${many ? '...' : ''}>`, field.description ?? '');
  const choices = bare(field);
  return choices instanceof z.ZodEnum ? argument.choices(choices.options as string[]) : argument;
}

function optionOf(name: string, field: z.ZodType): Option {
  const type = bare(field);
  const flag = type instanceof z.ZodBoolean ? `--${kebab(name)}` : `--${kebab(name)} <${kebab(name)}>`;
  return new Option(flag, field.description ?? type.description ?? '');
}

/** Adds a verb under its one or two words. */
function addVerb(program: Command, verb: Operation, terminal: Terminal): void {
  const words = verb.name.split(' ');
  const parent = words.length > 1 ? group(program, words[0]!) : program;
  const existing = parent.commands.find((c) => c.name() === words.at(-1));
  const command = existing ?? parent.command(words.at(-1)!);
  command.description(verb.summary);
  for (const name of verb.positional) command.addArgument(argumentOf(verb, name, command));
  const shape = verb.input.shape as Record<string, z.ZodType>;
  for (const [name, field] of Object.entries(shape))
    if (!verb.positional.includes(name)) command.addOption(optionOf(name, field));
  command.option('--json', 'print the result as JSON');
  command.addHelpText('after', `\nExamples:\n${verb.examples.map((e) => `  ${e}`).join('\n')}`);
  command.action(async (...given: unknown[]) => {
    const options = given.at(-2) as Record<string, unknown>;
    const input: Record<string, unknown> = { ...options };
    verb.positional.forEach((name, i) => (input[name] = given[i]));
    await perform(verb, input, terminal);
  });
}

/** What the first words of two-word verbs stand for, in help. */
const GROUPS: Readonly<Record<string, string>> = {
  claim: 'Settles a claim: accept, reject, amend, add.',
  import: 'Brings work of other hands in: claims.',
};

function group(program: Command, name: string): Command {
  return program.commands.find((c) => c.name() === name) ?? program.command(name).description(GROUPS[name] ?? '');
}

/** Verbs that take their reason from nobody: who runs them is who is signed in. */
const takesUser = (verb: Operation): boolean => 'by' in verb.input.shape && !('why' in verb.input.shape);

async function perform(verb: Operation, given: Record<string, unknown>, terminal: Terminal): Promise<void> {
  const { json, ...input } = given;
  if (takesUser(verb) && input.by === undefined && verb.name !== 'import claims') input.by = terminal.user;
  const { context, close } = await terminal.open({ database: verb.needsRecord?.(input) ?? true });
  try {
    const output = await run(verb, context, input);
    terminal.out(json ? JSON.stringify(output, null, 2) : verb.show(output as never, input as never));
    process.exitCode = verb.exit?.(output as never) ?? 0;
  } catch (e) {
    const error = asDaybookError(e);
    terminal.err(json ? JSON.stringify({ error }, null, 2) : showError(error));
    if (error.code === 'unexpected' && process.env.DAYBOOK_DEBUG) terminal.err(String((e as Error).stack));
    process.exitCode = error.code === 'record-tampered' ? 2 : 1;
  } finally {
    await close();
  }
}

/** The program with all verbs; `start` and `serve` are added by main, which owns the process. */
export function programOf(terminal: Terminal, version: string): Command {
  const program = new Command('daybook')
    .description('Keeps the record behind conflict reporting, and publishes from it.')
    .version(version)
    .showHelpAfterError('(“daybook help VERB” shows what it takes)')
    .configureOutput({ writeOut: (s) => terminal.out(s.trimEnd()), writeErr: (s) => terminal.err(s.trimEnd()) })
    .exitOverride();
  for (const verb of VERBS) addVerb(program, verb, terminal);
  return program;
}

/** Parses and runs; usage errors exit with 4, help with 0. */
export async function runCommandLine(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv as string[], { from: 'user' });
  } catch (e) {
    if (!(e instanceof CommanderError)) throw e;
    process.exitCode = e.exitCode === 0 ? 0 : 4;
  }
}
