/** Somebody in a sentence who may speak or act: an actor named, or an office put together from body and role. */
export interface Voice {
  from: number;
  to: number;
  id: string;
  /** Known only from what was told before: a pronoun, or nobody named at all. */
  recalled?: boolean;
}
