import { describe, expect, test } from 'vitest';
import type { Claim, IncidentClaim } from '../model/claim.ts';
import { read } from './desk.testing.ts';
import type { ReadingInput } from './engine.ts';

const SHAFAQ = { id: 'shafaq-news', name: 'Shafaq News', kind: 'news agency' };
const FACTION = { id: 'kataib-hezbollah', name: 'Kataib Hezbollah', kind: 'armed group' };

const arabic = (text: string, more: Partial<ReadingInput> = {}): Claim[] =>
  read(text, { language: 'ar', source: SHAFAQ, ...more });
const incidents = (text: string, more: Partial<ReadingInput> = {}): IncidentClaim[] =>
  arabic(text, more).filter((c): c is IncidentClaim => c.kind === 'incident');
const places = (text: string): (string | null | undefined)[] => incidents(text).map((c) => c.place?.id);

describe('how it ended, in many words', () => {
  test.each([
    ['سقطت مسيّرتان مفخختان داخل قاعدة حرير شمالي أربيل مساء أمس.', 'hit'],
    ['ضربت مسيّرة انتحارية قاعدة حرير فجر اليوم وتسببت باندلاع حريق محدود.', 'hit'],
    ['استهدفت ثلاثة صواريخ قاعدة فكتوريا أمس وألحقت أضراراً مادية طفيفة بأحد المباني.', 'hit'],
    ['أحبطت الدفاعات الجوية هجوماً بطائرة مسيّرة على قاعدة عين الأسد أمس.', 'intercepted'],
    ['تم التصدي لمسيّرتين قرب مطار أربيل الدولي فجر اليوم.', 'intercepted'],
    ['اعترضت منظومة الدفاع صاروخاً استهدف قاعدة عين الأسد وأسقطته من دون أضرار.', 'intercepted'],
    ['سقط صاروخ كاتيوشا في أرض خالية خارج محيط قاعدة بلد الجوية مساء أمس.', 'missed'],
    ['استهدفت طائرة مسيّرة قاعدة التنف فجر اليوم.', 'unknown'],
    ['دمرت قوات التحالف الدولي ثلاث مسيّرات قرب قاعدة الشدادي أمس، ولم تبلغ أي دورية عن أضرار.', 'intercepted'],
  ])('%s: %s', (text, outcome) => {
    expect(incidents(text).map((c) => c.outcome)).toEqual([outcome]);
  });
});

describe('who was hurt', () => {
  test.each([
    ['أدى هجوم بمسيّرة على قاعدة عين الأسد أمس إلى إصابة جندي أمريكي بجروح طفيفة.', 1, 1],
    ['أصيب عاملان بقصف صاروخي على حقل كورمور مساء أمس.', 2, 2],
    ['أصيب أحد أفراد الحماية إثر سقوط ثلاثة صواريخ داخل مطار كركوك أمس.', 1, 1],
    ['استهدف صاروخان معسكر التاجي فجر اليوم من دون أن يخلفا أي خسائر.', 0, 0],
    ['سقطت قذيفة هاون قرب السفارة الأميركية في بغداد أمس ولم ينجم عنها ضحايا.', 0, 0],
  ])('%s', (text, low, high) => {
    expect(incidents(text)[0]?.injured).toMatchObject({ low, high });
  });

  test('how large the losses are may only be unknown', () => {
    const told = incidents('سقطت مسيّرة داخل قاعدة حرير أمس، ولم تُعرف الخسائر بعد.');
    expect(told.map((c) => c.injured)).toEqual([null]);
  });
});

describe('where', () => {
  test.each([
    ['استهدف مجاهدونا فجر اليوم قاعدة التنف وقاعدة الركبان بالطائرات المسيّرة.', ['al-tanf', 'rukban']],
    ['قصفت مسيّرات قاعدة بلد الجوية المحتلة شمالي بغداد أمس.', ['balad-base']],
    ['استهدفت صواريخ قاعدة القرية الخضراء الأمريكية في حقل العمر أمس.', ['green-village']],
    ['أسقطت الدفاعات مسيّرة انطلقت من محيط كركوك باتجاه مطار أربيل أمس.', ['erbil-airport']],
    ['استهدفت المقاومة بواسطة طائرة مسيّرة قاعدة رميلان أمس.', ['rmeilan-landing-zone']],
  ])('%s', (text, ids) => {
    expect(places(text)).toEqual(ids);
  });
});

describe('who did it', () => {
  const by = (text: string, more: Partial<ReadingInput> = {}): string[] =>
    incidents(text, more).flatMap((c) => c.perpetrator.map((p) => p.actor));

  test.each([
    ['أطلق الحرس الثوري الإيراني ستة صواريخ باليستية على قاعدة عين الأسد أمس.', ['irgc']],
    ['أصابت مسيّرة تابعة لكتائب حزب الله قاعدة التنف أمس.', ['kataib-hezbollah']],
    ['إصابات في صفوف قوات الاحتلال الأمريكي جراء استهداف قاعدة كونيكو برشقة صاروخية أمس.', []],
    ['استُهدفت القوات الأميركية في قاعدة عين الأسد بصاروخين أمس.', []],
  ])('%s', (text, actors) => {
    expect(by(text)).toEqual(actors);
  });

  test('blame is laid where the responsibility is named, and not where something is carried', () => {
    const told = incidents(
      'أصابت مسيّرة قاعدة البرج 22 أمس.\nوحمّل الرئيس الأميركي ميليشيات مدعومة من إيران مسؤولية الهجوم.',
    );
    expect(told.map((c) => c.stance)).toEqual(['reports', 'accuses']);
    expect(incidents('حملت مسيّرة مفخخة سقطت قرب قاعدة حرير أمس رأساً حربياً.')).toHaveLength(1);
  });
});

describe('who says so', () => {
  const origins = (text: string): (string | undefined)[] =>
    incidents(text).map((c) => c.attribution?.at(-1)?.speaker ?? undefined);

  test('the source told of before goes on', () => {
    const text =
      'كشف مصدر أمني، اليوم، عن إسقاط مسيّرة قرب مطار أربيل.\nوقال المصدر لوكالة شفق نيوز، إن مسيّرة أخرى سقطت قرب قاعدة حرير.';
    expect(origins(text)).toEqual(['iraq-security-source', 'iraq-security-source']);
  });

  test('a group that announces its responsibility claims', () => {
    const text = 'سقط صاروخ قرب قاعدة حرير أمس.\nوأعلنت كتائب حزب الله مسؤوليتها عن الهجوم.';
    expect(incidents(text).map((c) => c.stance)).toEqual(['reports', 'claims responsibility']);
  });

  test.each([
    ['أصابت مسيّرة قاعدة حرير أمس.\nولم تتبنَّ أي جهة الهجوم حتى الآن.'],
    ['أصابت مسيّرة قاعدة حرير أمس.\nولم تعلن أي جهة مسؤوليتها عن الهجوم.'],
    ['أصابت مسيّرة قاعدة حرير مساء أمس، من دون أن تتبنى أي جهة الهجوم.'],
  ])('that nobody has claimed it is said of the attack: %s', (text) => {
    expect(arabic(text).map((c) => [c.kind, c.stance])).toEqual([
      ['incident', 'reports'],
      ['statement', 'does not confirm'],
    ]);
  });

  test('silence leaves open what was told', () => {
    const [, open] = incidents('أصابت مسيّرة قاعدة حرير أمس.\nفيما لم يصدر أي تعليق أميركي على الهجوم.');
    expect(open).toMatchObject({ stance: 'does not confirm', outcome: 'unknown', place: { id: 'harir-base' } });
  });
});

test('motives in a row are one statement', () => {
  const text = 'نصرةً لأهلنا في غزة، ورداً على جرائم العدو، استهدف مجاهدونا اليوم قاعدة التنف بمسيّرة.';
  const claims = arabic(text, { source: FACTION, medium: 'telegram' });
  expect(claims.map((c) => c.kind).sort()).toEqual(['incident', 'statement']);
});

describe('what is no incident', () => {
  test.each([
    ['عثرت القوات الأمنية على منصة إطلاق صواريخ في قضاء أبو غريب أمس.'],
    ['أصدرت خلية الإعلام الأمني توضيحاً بشأن حادث سقوط طائرات مسيّرة.'],
    ['ألقت القوات الأمنية القبض على منفذي الهجوم على قاعدة فكتوريا.'],
    ['لم تتعرض القوات الأميركية في قاعدة عين الأسد لأي هجوم منذ شباط.'],
    ['تخشى بغداد من أن الهجوم المقبل قد يستهدف قاعدة عين الأسد.'],
    ['انطلقت مسيرة جماهيرية في بغداد أمس وأطلق المشاركون شعارات.'],
    ['شنت وزارة الداخلية حملة أمنية في أربيل أمس أسفرت عن ضبط أسلحة خفيفة.'],
    ['أسقط البرلمان العراقي مشروع قانون بعد أن هاجمه نواب في بغداد أمس.'],
    ['هاجم المنتخب العراقي مرمى ضيفه الأردني وأصاب القائم في الدقيقة السبعين.'],
  ])('%s', (text) => {
    expect(incidents(text)).toEqual([]);
  });
});
