/** The door of the parser's worker: a worker does not inherit its parent's loader, so it registers its own. */
import { register } from 'tsx/esm/api';

register();
await import('./parse.worker.ts');
