import { nameIn, type Name } from '../model/names.ts';
import type { Page } from './page.ts';

/** A name in the page's language; an English fallback on an Arabic page says that it is English. */
export function Named({ page, name }: { page: Page; name: Name }) {
  const english = page.language === 'ar' && !name.ar;
  return <bdi lang={english ? 'en' : undefined}>{nameIn(name, page.language)}</bdi>;
}

/** Names one after another. */
export function NameList({ page, names }: { page: Page; names: readonly Name[] }) {
  return (
    <>
      {names.map((name, i) => (
        <>
          {i > 0 && (page.language === 'ar' ? '، ' : ', ')}
          <Named page={page} name={name} />
        </>
      ))}
    </>
  );
}
