/** Words of the pictures: who is independent of whom, where it was, the band of the chart. */
const en = {
  bandLegend: 'From low to high',
  chartLow: 'Low',
  chartHigh: 'High',
  independence: 'Who speaks of it, and who is independent',
  independenceNote:
    'Tellings on one side, the parties that answer for them in the middle, the grade they lead to on the other. Copies count as what they copy; a party’s own channels are one party.',
  independenceTitle:
    '{tellings} tellings lead to {parties} parties that say it happened; grade {grade}, credibility {credibility}.',
  independenceMore: 'Drawn are the first {n}; the list holds all.',
  tellings: 'Tellings, by number',
  tellingReliability: 'reliability {letter}: {meaning}',
  tellingParty: 'counts as {party}',
  tellingCopy: 'repeats the words of {n} and counts with it',
  credibility: 'Credibility {n}: {meaning}',
  credibilityShort: 'credibility {n}',
  credibilityNote:
    'Computed from independent parties alone. The letter of a source is set by the desk; the two are never averaged.',
  sides: 'What each side says',
  sidesNote:
    'Denied, not confirmed, and not asked are three things. “Not asked” means that we hold no word of that side.',
  sidesNone: 'No side is named.',
  sidesCaption: 'Sides in a position to know, and what each says',
  sideWho: 'Side',
  sideSays: 'Says',
  sideClaims: 'In claims',
  mapTitle: 'Where',
  mapLabel: 'Map of {places}; the list below says the same.',
  mapNote:
    'Points are rounded to 0.1 degrees, about 10 km; a dashed ring stands for a whole area. Outlines are rough and for orientation only.',
  mapNone: 'No place is known well enough to be drawn.',
  mapIncidents: 'incidents: {n}',
  mapDoubtful: 'in the high count only: {n}',
  mapWide: 'an area, not a point',
  mapKm: '{n} km',
  mapPoint: '{lat}° {ns}, {lon}° {ew}',
  mapNorth: 'N',
  mapSouth: 'S',
  mapEast: 'E',
  mapWest: 'W',
} as const;

const ar: Readonly<Record<keyof typeof en, string>> = {
  bandLegend: 'من الأدنى إلى الأعلى',
  chartLow: 'الأدنى',
  chartHigh: 'الأعلى',
  independence: 'من يتحدث عنها، ومن منهم مستقل',
  independenceNote:
    'الروايات في طرف، والجهات التي تُسأل عنها في الوسط، والدرجة التي تفضي إليها في الطرف الآخر. النسخ تُعدّ مع ما نُقلت عنه، وقنوات الجهة الواحدة جهة واحدة.',
  independenceTitle:
    'روايات عددها {tellings} تفضي إلى جهات عددها {parties} تقول إنها وقعت؛ الدرجة {grade}، والمصداقية {credibility}.',
  independenceMore: 'رُسمت منها أول {n}، والقائمة تضمها كلها.',
  tellings: 'الروايات بأرقامها',
  tellingReliability: 'الموثوقية {letter}: {meaning}',
  tellingParty: 'تُحسب على {party}',
  tellingCopy: 'تكرّر ألفاظ {n} وتُعدّ معها',
  credibility: 'المصداقية {n}: {meaning}',
  credibilityShort: 'المصداقية {n}',
  credibilityNote: 'تُحسب من الجهات المستقلة وحدها. أما حرف المصدر فيحدده فريق التحرير، ولا يُجمع بين المقياسين أبداً.',
  sides: 'ما يقوله كل طرف',
  sidesNote: 'النفي وعدم التأكيد وعدم السؤال ثلاثة أمور. و«لم يُسأل» تعني أننا لا نملك قولاً لذلك الطرف.',
  sidesNone: 'لم يُسمَّ طرف.',
  sidesCaption: 'الأطراف التي يتيح لها موضعها المعرفة، وما يقوله كل منها',
  sideWho: 'الطرف',
  sideSays: 'يقول',
  sideClaims: 'في الادعاءات',
  mapTitle: 'أين',
  mapLabel: 'خريطة: {places}؛ والقائمة أدناه تقول الشيء نفسه.',
  mapNote:
    'النقاط مقرّبة إلى عُشر درجة، أي نحو عشرة كيلومترات؛ والحلقة المتقطعة تعني منطقة بأكملها. والحدود المرسومة تقريبية وللاستدلال فقط.',
  mapNone: 'لا مكان معلوماً بما يكفي لرسمه.',
  mapIncidents: 'الحوادث: {n}',
  mapDoubtful: 'في العدد الأعلى فقط: {n}',
  mapWide: 'منطقة لا نقطة',
  mapKm: '{n} كم',
  mapPoint: '{lat}° {ns}، {lon}° {ew}',
  mapNorth: 'شمالاً',
  mapSouth: 'جنوباً',
  mapEast: 'شرقاً',
  mapWest: 'غرباً',
};

export const PICTURE_MESSAGES = { en, ar };
