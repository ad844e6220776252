import { templatesOf, type Muc4Document, type Muc4Prediction } from '../adapters/muc4.ts';
import { house } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { scorer, type Muc4Scorer } from '../scorers.ts';
import { f1, type Measured } from '../row.ts';

/** A desk that follows the whole world. */
export const ANYWHERE = { countries: [], anywhere: true };

/** MUC-4 development documents: attack reports in upper case, of other decades and another continent. */
export async function muc4(): Promise<Measured> {
  const { scoreRoles, scoreTemplates } = await scorer<Muc4Scorer<Muc4Document, Muc4Prediction>>('muc4');
  const documents = readLines<Muc4Document>(shared('data', 'muc4', 'dev.jsonl'));
  const known = await house(ANYWHERE);
  const each = documents.map(({ id, dateline, text, ...labels }) => {
    const predicted = [{ id, templates: templatesOf({ id, dateline, text }, known) }];
    const gold = [{ id, dateline, text, ...labels }];
    return { roles: scoreRoles(gold, predicted, 'head').micro, ...scoreTemplates(gold, predicted).slots };
  });
  return {
    set: 'muc4',
    units: documents.map((_, i) => String(i)),
    rows: [
      f1(
        'roles head micro F1',
        each.map((e) => e.roles),
      ),
      f1(
        'organisation confidence F1',
        each.map((e) => e.perp_org_conf),
      ),
      f1(
        'date exact F1',
        each.map((e) => e.date),
      ),
    ],
  };
}
