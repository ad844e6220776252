#!/usr/bin/env node
// The one command: registers the TypeScript loader in this process (no child process) and hands over to src/main.ts.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// Named, since the loader would look for it from the folder that the command is run in.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../src/main.ts');
