/** What documentation says, taken apart: links, commands, names; and the parts of it that the program writes. */
import { posix } from 'node:path';
import * as codes from '../src/model/codes.ts';
import { errorReference, kindReference, verbReference } from '../src/operations/reference.ts';
import type { Operation } from '../src/operations/operation.ts';
import { exportReference } from '../src/operations/export.ts';
import { SETTINGS } from '../src/settings.ts';
import type { Sources } from './imports.ts';

const list = (values: readonly string[]): string => values.map((v) => `\`${v}\``).join(' · ');

/** Code lists of the contract, one row each. */
function codeReference(): string {
  const events = Object.entries(codes.EVENT_TYPES).map(([type, subs]) => `${type}: ${list(subs)}`);
  const rows: [string, string][] = [
    ['kind', list(codes.CLAIM_KINDS)],
    ['stance', list(codes.STANCES)],
    ['certainty', list(codes.CERTAINTIES)],
    ['auxiliary', list(codes.AUXILIARIES)],
    ['event (ACLED)', events.join('. ')],
    ['weapon', list(codes.WEAPONS)],
    ['stage (MUC-4)', list(codes.STAGES)],
    ['outcome', list(codes.OUTCOMES)],
    ['status of a perpetrator (MUC-4)', list(codes.RESPONSIBILITIES)],
    ['unit of a tally', list(codes.TALLY_UNITS)],
    ['medium, via', list(codes.MEDIA)],
    ['kind of source', list(codes.SOURCE_KINDS)],
    ['rights', list(codes.RIGHTS)],
    ['provenance', list(codes.PROVENANCES)],
    ['review', list(codes.REVIEWS)],
  ];
  return ['| key | codes |', '| --- | --- |', ...rows.map(([key, values]) => `| ${key} | ${values} |`)].join('\n');
}

const settingReference = (): string =>
  [
    '| setting | meaning |',
    '| --- | --- |',
    ...Object.entries(SETTINGS).map(([name, is]) => `| \`${name}\` | ${is} |`),
  ].join('\n');

/** Blocks of documentation that the program writes, by the name in their opening comment. */
export const MADE: Readonly<Record<string, () => string>> = {
  verbs: verbReference,
  errors: errorReference,
  kinds: kindReference,
  codes: codeReference,
  settings: settingReference,
  columns: exportReference,
};

const BLOCK = /<!-- made: (\w+) -->\n[^]*?<!-- end of what is made -->/g;

/** The page with its blocks made again; a block that nobody can make is an error. */
export const remade = (page: string): string =>
  page.replace(BLOCK, (_, name: string) => {
    if (!MADE[name]) throw new Error(`nothing makes “${name}”`);
    return `<!-- made: ${name} -->\n\n${MADE[name]()}\n\n<!-- end of what is made -->`;
  });

export const blocksIn = (page: string): string[] => [...page.matchAll(BLOCK)].map((m) => m[1]!);

/** Without code: links and words of prose. */
const prose = (page: string): string => page.replace(/```[^]*?```/g, '').replace(/`[^`\n]*`/g, '');

const slugOf = (heading: string): string =>
  heading
    .replace(/`/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (page: string): Set<string> =>
  new Set([...page.replace(/```[^]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map((m) => slugOf(m[1]!)));

/** Links and images that lead nowhere. `known` = every path of the checkout. */
export function brokenLinks(pages: Sources, known: ReadonlySet<string>): string[] {
  const broken: string[] = [];
  for (const [path, page] of pages)
    for (const [, to] of prose(page.replace(/\[`([^`]*)`\]/g, '[$1]')).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(to!)) continue;
      const [file = '', anchor] = to!.split('#');
      const at = file ? posix.join(posix.dirname(path), file).replace(/\/$/, '') : path;
      const there = known.has(at) || [...known].some((k) => k.startsWith(`${at}/`));
      const text = pages.get(at);
      if (!there || (anchor && text !== undefined && !anchorsOf(text).has(anchor))) broken.push(`${path}: ${to}`);
    }
  return broken;
}

/** Commands that pages show: lines of code blocks, and code in a line, that begin with `daybook` however it is started. */
export function commandsIn(page: string): string[] {
  const blocks = [...page.matchAll(/```\w*\n([^]*?)```/g)].flatMap((m) => m[1]!.split('\n'));
  const spans = [...page.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map((m) => m[1]!);
  return [...blocks, ...spans].flatMap((line) => {
    const found = /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npx )?daybook (\S.*)$/.exec(line.trim());
    return found ? [found[1]!] : [];
  });
}

/** What is wrong with a shown command: a verb or an option that does not exist; null = nothing. */
export function commandFault(command: string, verbs: readonly Operation[], others: readonly string[]): string | null {
  const words = command.replace(/"[^"]*"|'[^']*'/g, 'QUOTED').split(/\s+/);
  if (others.includes(words[0]!) || ['help', '…', 'VERB', '--help', '--version'].includes(words[0]!)) return null;
  const verb = [words.slice(0, 2).join(' '), words[0]!].map((n) => verbs.find((v) => v.name === n)).find(Boolean);
  if (!verb)
    return verbs.some((v) => v.name.startsWith(`${words[0]} `)) && words.length < 3 && !words[1]?.match(/^[a-z]/)
      ? null
      : `no verb: ${command}`;
  const flags = new Set([
    '--json',
    '--help',
    ...Object.keys(verb.input.shape).map((k) => `--${k.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`),
  ]);
  const wrong = words
    .map((w) => w.replace(/[\])]+$/, '').replace(/^[[(]/, ''))
    .find((w) => w.startsWith('--') && !flags.has(w));
  return wrong ? `${verb.name} has no ${wrong}` : null;
}

/** Words that speak of a workplace, not of the project. */
const FOREIGN =
  /\bsessions?\b|\bsub-?agents?\b|\bhelper sessions?\b|\bassistant\b|\/work\/|\/root\/|\/tmp\/|\/home\/\w/i;
export const foreignWords = (text: string): string[] => text.split('\n').filter((line) => FOREIGN.test(line));
/** The same in code, where folders for temporary files are spoken of in tests. */
const MACHINE = /\/work\/\w|\/root\/\w|\/home\/\w/;
export const machinePaths = (text: string): string[] => text.split('\n').filter((line) => MACHINE.test(line));
