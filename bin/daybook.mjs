#!/usr/bin/env node
// The one command: registers the TypeScript loader in this process (no child process) and hands over to src/main.ts.
import { register } from 'tsx/esm/api';
register();
await import('../src/main.ts');
