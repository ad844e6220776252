/** Words of the page on what others count, checked: findings, totals beside ours, and the data to take. */
const en = {
  checkTitle: 'What others count, checked: {label}',
  checkLink: 'Check these totals against one another and against ours',
  checkLead:
    '{findings} findings among {tallies} totals. Of {compared} comparisons with ours, {inside} lie inside our bounds.',
  checkBack: 'Back to the question',
  checkNone: 'Nothing among these totals contradicts anything else.',
  besideOurs: 'Beside ours, for the same days',
  besideNote:
    'Each total, and each step between two totals of one voice, beside what our record holds for just these days. Inside: some number that their words allow lies within our bounds. Drawn: theirs as a ring, our bounds as a band with our best as a line.',
  besideNone: 'No stated total can be set beside ours.',
  besideCaption: 'Totals and steps of others beside ours, voice by voice',
  besideTheirs: 'Theirs',
  besideOur: 'Ours',
  besideVerdict: 'Theirs lies',
  besideBounds: '{low} to {high}',
  besideStep: '{value} more',
  besideExplained: 'What explains it:',
  besideUnexplained: 'No incident of ours explains it.',
  takeData: 'Take the data',
  takeNote: 'The incidents, claims and tallies behind this answer, as they stand at this record point.',
} as const;

const ar: Readonly<Record<keyof typeof en, string>> = {
  checkTitle: 'ما يعدّه الآخرون بعد الفحص: {label}',
  checkLink: 'افحص هذه الحصائل بعضها ببعض وبعدّنا',
  checkLead:
    'ملاحظات: {findings} على حصائل عددها {tallies}. ومن المقارنات بعدّنا وعددها {compared} يقع {inside} داخل حدودنا.',
  checkBack: 'العودة إلى السؤال',
  checkNone: 'لا يناقض شيء من هذه الحصائل غيره.',
  besideOurs: 'بجانب عدّنا وللأيام نفسها',
  besideNote:
    'كل حصيلة، وكل زيادة بين حصيلتين لصوت واحد، بجانب ما في سجلنا لهذه الأيام وحدها. «داخل حدودنا» تعني أن عدداً مما تسمح به ألفاظهم يقع بين حدّينا. وفي الرسم: ما لديهم حلقة، وحدّانا شريط فيه عددنا الأرجح خطاً.',
  besideNone: 'لا حصيلة صريحة يمكن وضعها بجانب عدّنا.',
  besideCaption: 'حصائل الآخرين وزياداتها بجانب عدّنا، صوتاً صوتاً',
  besideTheirs: 'ما لديهم',
  besideOur: 'ما لدينا',
  besideVerdict: 'ما لديهم يقع',
  besideBounds: 'بين {low} و{high}',
  besideStep: 'زيادة {value}',
  besideExplained: 'ما يفسّر ذلك:',
  besideUnexplained: 'لا تفسّره حادثة مما لدينا.',
  takeData: 'خذ البيانات',
  takeNote: 'الحوادث والادعاءات والحصائل التي يقوم عليها هذا الجواب كما هي عند نقطة السجل هذه.',
};

export const TALLY_MESSAGES = { en, ar };
