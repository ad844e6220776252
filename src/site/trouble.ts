import type { ErrorCode } from '../model/catalogue.ts';
import { DaybookError } from '../model/errors.ts';
import type { MessageKey } from './messages.ts';
import { say, type Page } from './page.ts';
import { QueryTrouble } from './query.ts';

/** What an error page says: nothing of the inside of the program beyond the code. */
export interface Trouble {
  status: number;
  title: MessageKey;
  sentence: string;
  help: string;
  code: ErrorCode | null;
  /** Sentence and help exist in English only. */
  english: boolean;
}

/** Errors that a reader can cause, in Arabic; the English ones stand in the catalogue of errors. */
const ARABIC: Partial<Record<ErrorCode, readonly [sentence: string, help: string]>> = {
  'rule-unknown': ['لا توجد قاعدة عدّ بهذا الاسم.', 'تحقّق من العنوان، أو اختر سؤالاً من الصفحة الأولى.'],
  'incident-unknown': [
    'لا توجد حادثة بهذا الرمز عند هذه النقطة.',
    'تحقّق من نسخ العنوان كاملاً، أو اطلبها دون نقطة أو حد.',
  ],
  'report-unknown': ['لا يوجد تقرير بهذا المعرّف عند هذه النقطة.', 'تحقّق من نسخ العنوان كاملاً، أو اطلبه دون نقطة.'],
  'point-unknown': ['هذه ليست نقطة من نقاط السجل.', 'استعمل رقم قيد موجود، أو يوماً مثل 2023-11-09.'],
  'date-invalid': ['هذا ليس تاريخاً يصلح للسجل.', 'استعمل يوماً مثل 2023-10-17 بين عامي 1900 و2200.'],
  'input-invalid': ['قيمة مما طُلب غير صالحة.', 'صحّح القيمة ثم أعد المحاولة.'],
};

const TITLES: Readonly<Record<number, MessageKey>> = { 400: 'error400', 404: 'error404', 503: 'error503' };

/** There is no page at this address. */
export const nowhere = (page: Page): Trouble => ({
  status: 404,
  title: 'error404',
  sentence: say(page, 'errorPath'),
  help: say(page, 'errorPathHelp'),
  code: null,
  english: false,
});

/** Whatever was thrown, as a reader may be told of it. */
export function troubleOf(page: Page, thrown: unknown): Trouble {
  if (thrown instanceof QueryTrouble)
    return {
      status: 400,
      title: 'error400',
      sentence: say(page, thrown.sentence, thrown.values),
      help: say(page, thrown.help, thrown.values),
      code: null,
      english: false,
    };
  if (thrown instanceof DaybookError && thrown.status < 500) return known(page, thrown);
  const status = thrown instanceof DaybookError ? thrown.status : 500;
  return {
    status,
    title: TITLES[status] ?? 'error500',
    sentence: say(page, 'errorFault'),
    help: say(page, 'errorFaultHelp'),
    code: thrown instanceof DaybookError ? thrown.code : 'unexpected',
    english: false,
  };
}

function known(page: Page, error: DaybookError): Trouble {
  const arabic = page.language === 'ar' ? ARABIC[error.code] : undefined;
  return {
    status: error.status,
    title: TITLES[error.status] ?? 'errorOther',
    sentence: arabic?.[0] ?? error.message,
    help: arabic?.[1] ?? error.remedy,
    code: error.code,
    english: page.language === 'ar' && !arabic,
  };
}
