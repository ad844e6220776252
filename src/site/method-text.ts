import type { Grade, Knowledge, Language } from '../model/codes.ts';

/** How we count, in the words of the definitions that the program follows. */
export interface MethodText {
  lead: string;
  claims: { title: string; text: string[] };
  sets: { title: string; lead: string; items: Readonly<Record<'low' | 'best' | 'high', string>>; after: string };
  grades: { title: string; lead: string; items: Readonly<Record<Grade, string>>; after: string };
  credibility: { title: string; lead: string; after: string };
  knowledge: { title: string; lead: string; items: Readonly<Record<Knowledge, string>>; after: string };
  tallies: { title: string; text: string[] };
  axes: { title: string; lead: string; items: readonly (readonly [term: string, meaning: string])[]; after: string };
  limits: { title: string; text: string[] };
}

const EN: MethodText = {
  lead: 'Daybook keeps what parties publish, with the exact words, and counts from it. Every figure leads to the words that it rests on.',
  claims: {
    title: 'No claim without words',
    text: [
      'A claim is one proposition that a report carries: its words are an exact part of the stored text, and it keeps the chain of who said it, through which channel.',
      'Claims are first read by machine. Wherever one appears that no person has reviewed, the page says so, and every answer says how many claims were reviewed.',
      'Claims that speak of the same occurrence are linked to one incident. The reasons and their weights stand on the incident’s page; a person can confirm a link, refuse it, or undo either.',
    ],
  },
  sets: {
    title: 'Three nested sets: low, best, high',
    lead: 'A counting rule says what counts. Its answer is never one bare number.',
    items: {
      low: 'Incidents that are graded Confirmed or Fair and lie wholly inside the question’s time and place; of these, only as many as are surely distinct.',
      best: 'Those, and incidents graded Weak, whose middle time lies inside.',
      high: 'Those, and everything not Discounted whose time and place touch the question, taken apart wherever a link is not sure. “Or more” means that some claim leaves its number open.',
    },
    after:
      'Low is never above best, best never above high. A wider window lowers none of them, and a copy raises none.',
  },
  grades: {
    title: 'Grades: did it happen?',
    lead: 'A grade is about whether it happened, not about who did it or with what effect: those are disputed field by field.',
    items: {
      Confirmed:
        'Acknowledged by the command or state of the side that was struck; for an act of a state, by that state.',
      Fair: 'Two or more independent parties speak of it, none of them that command.',
      Weak: 'One party speaks of it.',
      Contested: 'Denied by one in a position to know, and not Confirmed.',
      Discounted: 'Shown not to have happened. Kept readable, never counted.',
    },
    after:
      'Parties count, not pages: copies and retellings share the origin of what they copy, and a group’s brands and offices are one party. That someone “does not confirm” is shown and lowers nothing.',
  },
  credibility: {
    title: 'Credibility: two axes, never averaged',
    lead: 'Beside the grade stands the Admiralty number of an incident, computed from independent parties. What fits none of the lines above it is 6.',
    after:
      'The letter of a source, A to F, says how reliable it has been; the desk sets it, and it moves no number. Denied, not confirmed, and not asked are three things and are shown as three.',
  },
  knowledge: {
    title: 'Who knows of it',
    lead: 'The best count is split by who knows of each incident. The four parts sum to it.',
    items: {
      both: 'Claimed by a party and acknowledged.',
      'acknowledged only': 'Acknowledged, and claimed by nobody.',
      'claimed only': 'Claimed by a party, and acknowledged by nobody.',
      'reported only': 'Neither: reported by others.',
    },
    after: '“Contested” is a mark across these four, not a fifth part.',
  },
  tallies: {
    title: 'Tallies are theirs, counts are ours',
    text: [
      'When a voice gives a total (“at least 41 times since 17 October”), we keep it as a tally, with its words, and set it beside our own count. We never mix the two.',
      'What a tally leaves unsaid is marked “scope as understood”. Totals that fall, contradict one another or do not sum are listed with the claims that show it.',
    ],
  },
  axes: {
    title: 'Two axes of time, never mixed',
    lead: 'Every answer can be asked again as of an earlier moment, in two ways.',
    items: [
      [
        'Record point',
        'What did we hold? The record is a numbered list of entries that is only ever added to; an answer at entry N stays the same for ever.',
      ],
      ['Information cutoff', 'What had been said? Only reports published by then count, linked as we link today.'],
    ],
    after:
      'Nothing is changed silently: a correction supersedes, and the old value stays readable with who, when and why.',
  },
  limits: {
    title: 'Care',
    text: [
      'Bounds stay as wide as the words: “about”, “dozens”, “overnight” are kept as said.',
      'Words stand with at most 160 characters around them unless their publisher’s rights allow more. Officials are named by office. Coordinates are never finer than 0.1 degrees.',
    ],
  },
};

const AR: MethodText = {
  lead: 'يحفظ دايبوك ما تنشره الأطراف بألفاظه، ويعدّ منه. وكل رقم يقود إلى الألفاظ التي يقوم عليها.',
  claims: {
    title: 'لا ادعاء بلا ألفاظ',
    text: [
      'الادعاء قول واحد يحمله تقرير: ألفاظه جزء من النص المحفوظ حرفاً بحرف، ومعه سلسلة من قاله وعبر أي قناة.',
      'تُقرأ الادعاءات آلياً أولاً. وحيثما ظهر ادعاء لم يراجعه إنسان قالت الصفحة ذلك، وكل إجابة تذكر كم ادعاءً روجع.',
      'الادعاءات التي تتحدث عن الواقعة نفسها تُربط بحادثة واحدة. وأسباب الربط وأوزانها في صفحة الحادثة، ولإنسان أن يثبت الربط أو يرفضه أو يتراجع عن أي منهما.',
    ],
  },
  sets: {
    title: 'ثلاث مجموعات متداخلة: الأدنى والأرجح والأعلى',
    lead: 'قاعدة العدّ تقول ما الذي يُحتسب، وجوابها ليس رقماً مجرداً أبداً.',
    items: {
      low: 'حوادث درجتها مؤكدة أو مقبولة، تقع كلها داخل زمان السؤال ومكانه، ولا يُعدّ منها إلا المتمايز يقيناً.',
      best: 'تلك، ومعها الحوادث الضعيفة التي يقع منتصف وقتها داخل المدة.',
      high: 'تلك، ومعها كل ما ليس «غير محتسبة» ويمسّ زمانُه ومكانُه السؤال، مفصولاً حيث لا يكون الربط يقيناً. وعبارة «أو أكثر» تعني أن ادعاءً ترك عدده مفتوحاً.',
    },
    after: 'لا يتجاوز الأدنى الأرجح ولا الأرجح الأعلى. وتوسيع المدة لا ينقص شيئاً منها، والنسخ المكررة لا تزيدها.',
  },
  grades: {
    title: 'الدرجات: هل وقعت؟',
    lead: 'الدرجة عن وقوع الحادثة لا عن منفّذها ولا عن أثرها، فهذه يُختلف فيها حقلاً حقلاً.',
    items: {
      Confirmed: 'أقرّت بها قيادة الجهة المستهدفة أو دولتها، وفي فعل الدولة: أقرّت به تلك الدولة.',
      Fair: 'تحدثت عنها جهتان مستقلتان أو أكثر، وليست بينها تلك القيادة.',
      Weak: 'تحدثت عنها جهة واحدة.',
      Contested: 'نفتها جهة في موضع يتيح لها المعرفة، ولم تُؤكَّد.',
      Discounted: 'ثبت أنها لم تقع. تبقى مقروءة ولا تُعدّ أبداً.',
    },
    after:
      'نعدّ الجهات لا الصفحات: النسخ وإعادة الرواية لها أصل ما نقلته، وأسماء الجماعة الواحدة ومكاتبها جهة واحدة. ومن قال إنه «لا يؤكد» يُعرض قوله ولا ينقص شيئاً.',
  },
  credibility: {
    title: 'المصداقية: مقياسان لا يُجمعان',
    lead: 'بجانب الدرجة يقف رقم الأميرالية للحادثة، ويُحسب من الجهات المستقلة. وما لا ينطبق عليه وصف فرقمه 6.',
    after:
      'أما حرف المصدر، من A إلى F، فيقول كم كان موثوقاً؛ يحدده فريق التحرير ولا يغيّر رقماً. والنفي وعدم التأكيد وعدم السؤال ثلاثة أمور تُعرض ثلاثة.',
  },
  knowledge: {
    title: 'من يعلم بها',
    lead: 'يُقسم العدد الأرجح بحسب من يعلم بكل حادثة، ومجموع الأقسام الأربعة يساويه.',
    items: {
      both: 'تبنّتها جهة وجرى الإقرار بها.',
      'acknowledged only': 'جرى الإقرار بها ولم يتبنّها أحد.',
      'claimed only': 'تبنّتها جهة ولم يقرّ بها أحد.',
      'reported only': 'لا هذا ولا ذاك: نقلها آخرون.',
    },
    after: '«متنازع عليها» علامة تمتد على الأقسام الأربعة وليست قسماً خامساً.',
  },
  tallies: {
    title: 'الحصائل لأصحابها والعدد لنا',
    text: [
      'حين يعلن صوت مجموعاً («41 مرة على الأقل منذ 17 أكتوبر») نحفظه حصيلةً بألفاظها ونضعه بجانب عددنا، ولا نخلط بينهما.',
      'ما تسكت عنه الحصيلة يُعلَّم بعبارة «النطاق كما فُهم». والحصائل التي تنقص أو تتعارض أو لا يتسق مجموعها تُسرد مع الادعاءات التي تبيّن ذلك.',
    ],
  },
  axes: {
    title: 'محوران للزمن لا يختلطان',
    lead: 'يمكن طرح كل سؤال كما كان في لحظة سابقة، بطريقتين.',
    items: [
      [
        'نقطة السجل',
        'ماذا كان لدينا؟ السجل قائمة قيود مرقّمة لا يُفعل بها إلا الإضافة، والجواب عند القيد N يبقى هو نفسه دائماً.',
      ],
      ['حد المعلومات', 'ماذا كان قد قيل؟ لا يُحتسب إلا ما نُشر حتى ذلك الحين، مربوطاً كما نربط اليوم.'],
    ],
    after: 'لا شيء يتغيّر في صمت: التصحيح يحلّ محل ما قبله، وتبقى القيمة القديمة مقروءة مع من ومتى ولماذا.',
  },
  limits: {
    title: 'حرص',
    text: [
      'تبقى الحدود واسعة سعة الألفاظ: «نحو» و«عشرات» و«ليلاً» تُحفظ كما قيلت.',
      'تُعرض الألفاظ ومعها 160 محرفاً على الأكثر من كل جانب ما لم تسمح حقوق ناشرها بأكثر. ويُذكر المسؤولون بمناصبهم، ولا تكون الإحداثيات أدق من عُشر درجة.',
    ],
  },
};

export const METHOD: Readonly<Record<Language, MethodText>> = { en: EN, ar: AR };
