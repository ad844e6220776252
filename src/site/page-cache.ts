/** Rendered pages by ETag, the least recently used dropped first; a tag names its bytes, so nothing here grows stale. */
export interface PageCache {
  get(etag: string): string | undefined;
  set(etag: string, html: string): void;
}

/** @param most how many characters all pages may hold together */
export function pageCache(most: number): PageCache {
  const pages = new Map<string, string>();
  let size = 0;
  const drop = (etag: string): void => {
    size -= pages.get(etag)?.length ?? 0;
    pages.delete(etag);
  };
  return {
    get(etag) {
      const html = pages.get(etag);
      if (html === undefined) return undefined;
      pages.delete(etag);
      pages.set(etag, html);
      return html;
    },
    set(etag, html) {
      if (html.length > most / 8) return;
      drop(etag);
      pages.set(etag, html);
      size += html.length;
      for (const oldest of pages.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
  };
}
