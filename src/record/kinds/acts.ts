import * as z from 'zod';
import { kind, refused } from './kind.ts';

const Adopted = z.object({ engine: z.string(), version: z.string(), why: z.string().min(1) });

export const engineAdopted = kind<z.infer<typeof Adopted>>({
  description: 'The desk took a new version of the reading engine into use.',
  data: Adopted,
  needs: () => ({}),
  apply: () => {},
  undo: refused('an engine is replaced by adopting another', 'Adopt the version that you want.'),
});
