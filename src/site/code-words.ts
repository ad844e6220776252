import type { Finding } from '../model/answer.ts';
import {
  GRADE_NAMES_AR,
  type Auxiliary,
  type ClaimKind,
  type Event,
  type Grade,
  type Knowledge,
  type Language,
  type Medium,
  type Outcome,
  type Provenance,
  type Responsibility,
  type Review,
  type SourceKind,
  type Stage,
  type Stance,
  type RuleUnit,
  type TallyUnit,
  type Verdict,
  type Weapon,
} from '../model/codes.ts';

/** How codes are told to readers, [English, Arabic]. The codes themselves stay as their standards spell them. */
export type Words<K extends string> = Readonly<Record<K, readonly [en: string, ar: string]>>;

export const GRADE_WORDS: Words<Grade> = {
  Confirmed: ['Confirmed', GRADE_NAMES_AR.Confirmed],
  Fair: ['Fair', GRADE_NAMES_AR.Fair],
  Weak: ['Weak', GRADE_NAMES_AR.Weak],
  Contested: ['Contested', GRADE_NAMES_AR.Contested],
  Discounted: ['Discounted', GRADE_NAMES_AR.Discounted],
};

export const KNOWLEDGE_WORDS: Words<Knowledge> = {
  both: ['both sides', 'الطرفان'],
  'acknowledged only': ['acknowledged only', 'إقرار فقط'],
  'claimed only': ['claimed only', 'تبنٍّ فقط'],
  'reported only': ['reported only', 'تقارير فقط'],
};

export const KIND_WORDS: Words<ClaimKind> = {
  incident: ['incident claim', 'ادعاء بحادثة'],
  tally: ['tally', 'حصيلة'],
  level: ['level', 'مستوى'],
  statement: ['statement', 'تصريح'],
};

export const STANCE_WORDS: Words<Stance> = {
  reports: ['reports', 'ينقل'],
  'claims responsibility': ['claims responsibility', 'يتبنّى المسؤولية'],
  confirms: ['confirms', 'يؤكد'],
  denies: ['denies', 'ينفي'],
  accuses: ['accuses', 'يتهم'],
  'does not confirm': ['does not confirm', 'لا يؤكد'],
  retracts: ['retracts', 'يتراجع'],
  threatens: ['threatens', 'يهدد'],
};

export const REVIEW_WORDS: Words<Review> = {
  suggested: ['not yet reviewed', 'لم يُراجع بعد'],
  accepted: ['accepted by a person', 'قبله إنسان'],
  amended: ['amended by a person', 'عدّله إنسان'],
  rejected: ['rejected by a person', 'رفضه إنسان'],
};

export const RESPONSIBILITY_WORDS: Words<Responsibility> = {
  'REPORTED AS FACT': ['reported as fact', 'نُقل كواقعة'],
  'CLAIMED OR ADMITTED': ['claimed responsibility', 'أعلن مسؤوليته'],
  'SUSPECTED OR ACCUSED': ['suspected or accused', 'مشتبه به أو متهم'],
  'SUSPECTED OR ACCUSED BY AUTHORITIES': ['suspected or accused by authorities', 'مشتبه به أو متهم من السلطات'],
  POSSIBLE: ['possible', 'محتمل'],
  ACQUITTED: ['cleared', 'بُرّئ'],
  DENIED: ['denied', 'نفى'],
};

export const STAGE_WORDS: Words<Stage> = {
  ACCOMPLISHED: ['carried out', 'نُفّذت'],
  ATTEMPTED: ['attempted', 'شُرع فيها'],
  THREATENED: ['threatened', 'هُدّد بها'],
};

export const OUTCOME_WORDS: Words<Outcome> = {
  hit: ['hit', 'أصابت'],
  intercepted: ['intercepted', 'اعتُرضت'],
  missed: ['missed', 'أخطأت الهدف'],
  unknown: ['unsaid', 'غير مذكورة'],
};

export const WEAPON_WORDS: Words<Weapon> = {
  drone: ['drone', 'طائرة مسيّرة'],
  rocket: ['rocket', 'صاروخ غير موجّه'],
  missile: ['missile', 'صاروخ'],
  mortar: ['mortar', 'هاون'],
  bomb: ['bomb', 'قنبلة'],
  gun: ['gun', 'سلاح ناري'],
  aircraft: ['aircraft', 'طائرة حربية'],
  grenade: ['grenade', 'قنبلة يدوية'],
  fire: ['fire', 'نار'],
  blade: ['blade', 'سلاح أبيض'],
  unknown: ['unsaid', 'غير مذكور'],
};

export const EVENT_WORDS: Words<Event> = {
  'Armed clash': ['Armed clash', 'اشتباك مسلح'],
  'Government regains territory': ['Government regains territory', 'استعادة الحكومة أراضي'],
  'Non-state actor overtakes territory': ['Non-state actor overtakes territory', 'سيطرة جهة غير حكومية على أراضٍ'],
  'Chemical weapon': ['Chemical weapon', 'سلاح كيميائي'],
  'Air/drone strike': ['Air or drone strike', 'ضربة جوية أو بمسيّرة'],
  'Suicide bomb': ['Suicide bomb', 'تفجير انتحاري'],
  'Shelling/artillery/missile attack': ['Shelling, rocket or missile attack', 'قصف مدفعي أو صاروخي'],
  'Remote explosive/landmine/IED': ['Remote explosive, landmine or IED', 'عبوة ناسفة أو لغم'],
  Grenade: ['Grenade', 'قنبلة يدوية'],
  'Sexual violence': ['Sexual violence', 'عنف جنسي'],
  Attack: ['Attack', 'اعتداء'],
  'Abduction/forced disappearance': ['Abduction or forced disappearance', 'خطف أو إخفاء قسري'],
  'Peaceful protest': ['Peaceful protest', 'احتجاج سلمي'],
  'Protest with intervention': ['Protest with intervention', 'احتجاج جرى التدخل فيه'],
  'Excessive force against protesters': ['Excessive force against protesters', 'قوة مفرطة ضد محتجين'],
  'Violent demonstration': ['Violent demonstration', 'تظاهرة عنيفة'],
  'Mob violence': ['Mob violence', 'عنف جماعي'],
  Agreement: ['Agreement', 'اتفاق'],
  Arrests: ['Arrests', 'اعتقالات'],
  'Change to group/activity': ['Change to group or activity', 'تغيّر في جماعة أو نشاط'],
  'Disrupted weapons use': ['Disrupted weapons use', 'إحباط استعمال سلاح'],
  'Headquarters or base established': ['Headquarters or base established', 'إنشاء مقر أو قاعدة'],
  'Looting/property destruction': ['Looting or property destruction', 'نهب أو إتلاف ممتلكات'],
  'Non-violent transfer of territory': ['Non-violent transfer of territory', 'انتقال سلمي لأراضٍ'],
  Other: ['Other', 'غير ذلك'],
};

export const UNIT_WORDS: Words<TallyUnit> = {
  attack: ['attacks', 'هجمات'],
  strike: ['strikes', 'ضربات'],
  operation: ['operations', 'عمليات'],
  injured: ['injured', 'جرحى'],
  killed: ['killed', 'قتلى'],
  troops: ['troops', 'جنود'],
  rocket: ['rockets', 'صواريخ'],
  drone: ['drones', 'مسيّرات'],
};

export const RULE_UNIT_WORDS: Words<RuleUnit> = {
  incident: ['incidents', 'حوادث'],
  munition: ['munitions', 'ذخائر'],
  casualty: ['people killed or injured', 'قتلى أو جرحى'],
  statement: ['statements', 'بيانات'],
};

export const AUXILIARY_WORDS: Words<Auxiliary> = {
  historical: ['it speaks of the past', 'يتحدث عن الماضي'],
  future: ['it speaks of what is to come', 'يتحدث عمّا سيأتي'],
  hypothetical: ['it speaks of what might be', 'يتحدث عمّا قد يكون'],
  negated: ['it says that it did not happen', 'يقول إنه لم يقع'],
};

export const VERDICT_WORDS: Words<Verdict> = {
  POSITIVE: ['the same incident', 'الحادثة نفسها'],
  NEGATIVE: ['not the same', 'ليست هي نفسها'],
  UNSURE: ['unsure', 'غير محسوم'],
};

export const SOURCE_KIND_WORDS: Words<SourceKind> = {
  official: ['official', 'جهة رسمية'],
  'armed group': ['armed group', 'جماعة مسلحة'],
  'news agency': ['news agency', 'وكالة أنباء'],
  newspaper: ['newspaper', 'صحيفة'],
  broadcaster: ['broadcaster', 'هيئة بث'],
  monitor: ['monitor', 'جهة رصد'],
  'think tank': ['think tank', 'مركز أبحاث'],
  individual: ['individual', 'فرد'],
};

export const MEDIUM_WORDS: Words<Medium> = {
  web: ['the web', 'الويب'],
  transcript: ['a transcript', 'محضر'],
  telegram: ['Telegram', 'تلغرام'],
  facebook: ['Facebook', 'فيسبوك'],
  x: ['X', 'إكس'],
  tv: ['television', 'التلفزيون'],
  email: ['e-mail', 'البريد الإلكتروني'],
  rss: ['a feed', 'خلاصة أخبار'],
};

export const PROVENANCE_WORDS: Words<Provenance> = {
  captured: ['captured as published', 'التُقط كما نُشر'],
  paraphrase: ['our own paraphrase', 'إعادة صياغة من عندنا'],
  import: ['imported from another system', 'مستورد من نظام آخر'],
};

export const FIELD_WORDS: Words<
  'perpetrator' | 'outcome' | 'munitions' | 'killed' | 'injured' | 'weapon' | 'happened'
> = {
  perpetrator: ['who did it', 'المنفّذ'],
  outcome: ['outcome', 'النتيجة'],
  munitions: ['munitions', 'الذخائر'],
  killed: ['killed', 'القتلى'],
  injured: ['injured', 'الجرحى'],
  weapon: ['weapon', 'السلاح'],
  happened: ['whether it happened', 'هل وقعت'],
};

export const CAUSE_WORDS: Words<
  | 'new event'
  | 'late report'
  | 'review'
  | 'correction'
  | 'judgement'
  | 'linking'
  | 'rule change'
  | 'question'
  | 'cutoff'
  | 'unexplained'
> = {
  'new event': ['new event', 'حدث جديد'],
  'late report': ['late report: published before, recorded after', 'تقرير متأخر: نُشر قبلُ وسُجّل بعدُ'],
  review: ['review of a claim', 'مراجعة ادعاء'],
  correction: ['correction', 'تصحيح'],
  judgement: ['judgement by a person', 'حكم من إنسان'],
  linking: ['linking', 'ربط'],
  'rule change': ['another version of the rule', 'إصدار آخر من القاعدة'],
  question: ['another question', 'سؤال آخر'],
  cutoff: ['another information cutoff', 'حد معلومات آخر'],
  unexplained: ['no single entry explains it', 'لا يفسّره قيد واحد'],
};

export const FINDING_WORDS: Words<Finding['kind']> = {
  'parts do not sum': ['The parts do not sum', 'الأجزاء لا تطابق المجموع'],
  'two totals on one page': ['Two totals on one page', 'حصيلتان في صفحة واحدة'],
  'total below what it lists': ['The total is below what the page lists', 'المجموع دون ما تسرده الصفحة'],
  'total is revised': ['The total is revised', 'المجموع مُراجَع'],
  'total falls': ['The total falls', 'المجموع ينقص'],
  'two totals at one time': ['Different totals at one time', 'حصائل مختلفة في وقت واحد'],
  'total below its delta': ['The total is below a part of it', 'المجموع دون جزء منه'],
  'window does not fit': ['The beginning does not fit', 'بداية المدة لا تتسق'],
};

/** Where a total of others lies to our bounds. */
export const STANDS_WORDS: Words<'inside' | 'below' | 'above'> = {
  inside: ['inside our bounds', 'داخل حدودنا'],
  below: ['below our bounds', 'دون حدودنا'],
  above: ['above our bounds', 'فوق حدودنا'],
};

export const GAP_WORDS: Words<
  'told after it' | 'claimed only' | 'outside their definition' | 'reported only' | 'in our high count only'
> = {
  'told after it': ['became known only after it was said', 'لم تُعرف إلا بعد قولها'],
  'claimed only': ['claimed only, acknowledged by nobody', 'تبنٍّ فقط دون إقرار'],
  'outside their definition': ['outside what they say they count', 'خارج ما يقولون إنهم يعدّونه'],
  'reported only': ['reported only, by others', 'تقارير فقط من آخرين'],
  'in our high count only': ['in our high count only', 'في عددنا الأعلى فقط'],
};

/** The words of a code in a language; a code that the table does not know stays as it is. */
export function wordsOf<K extends string>(table: Words<K>, code: string, language: Language): string {
  const words = table[code as K] as readonly [string, string] | undefined;
  return words ? words[language === 'ar' ? 1 : 0] : code;
}
