/** Runs one of PostgreSQL's programs to its end, under the server's account. */
import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface RunOptions {
  cwd: string;
  account: Account | null;
  input?: string;
}

/** Nothing of the caller's PG… variables or locale may reach the programs. */
export const ENVIRONMENT = {
  LC_ALL: 'C',
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : { TZ: 'UTC' }),
};

/** Resolves when the program ends well; else rejects with the last of what it said. */
export function run(program: string, args: string[], { cwd, account, input }: RunOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: ENVIRONMENT, detached: true, ...account });
    let said = '';
    const hear = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-2000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.stdin.on('error', () => {}); // it ended before it read; its exit says why
    child.stdin.end(input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code ?? signal}: ${said.trim().split('\n').slice(-5).join(' ')}`));
    });
  });
}
