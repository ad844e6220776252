#!/usr/bin/env node
// Runs the tests on Node 24, which comes from npm and stays outside the lockfile: a folder of its own, gone afterwards.
// The platform's package holds the binary itself, so no install script is needed.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const platform = process.platform === 'win32' ? 'win' : process.platform;
const name = `node-${platform === 'darwin' && process.arch === 'arm64' ? 'bin-' : ''}${platform}-${process.arch}`;
const folder = mkdtempSync(join(tmpdir(), 'daybook-node24-'));
// A test starts Node as another user, who must be able to reach the binary.
chmodSync(folder, 0o755);

/** Runs to its end; its exit code, 1 when it could not be started or was killed. */
const run = (command, args, options) => spawnSync(command, args, { stdio: 'inherit', ...options }).status ?? 1;

try {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const fetched = run(npm, ['install', ...flags, '--prefix', folder, `${name}@24`], {
    cwd: folder,
    shell: platform === 'win',
  });
  if (fetched !== 0) throw new Error(`${name}@24 could not be fetched from the registry`);
  const node = join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  if (
    run(node, [
      '-e',
      'console.log(`Node ${process.version}`); process.exit(process.version.startsWith("v24.") ? 0 : 1)',
    ]) !== 0
  )
    throw new Error(`${node} is not Node 24`);
  const suite = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)];
  process.exitCode = run(node, suite, { cwd: root, env });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
