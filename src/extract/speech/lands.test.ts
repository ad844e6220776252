import { describe, expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

const origins = (text: string, language = 'en'): (string | undefined)[] =>
  read(text, { language }).map((c) => c.attribution.at(-1)?.speaker);

describe('whose office it is follows from the place spoken of', () => {
  test.each([
    ['Two drones were shot down over Erbil airport late on Sunday, the governor said.', 'erbil-governor'],
    ['The governor said three rockets had fallen near Ain al-Asad base in Anbar on Friday.', 'anbar-governor'],
    [
      'The interior ministry in Manama said that missile debris fell near the US Fifth Fleet headquarters on Friday.',
      'bahrain-interior-ministry',
    ],
    ['The Counter-Terrorism Service said a drone was shot down over Erbil airport on Monday.', 'krg-ctd'],
    [
      'The Counter-Terrorism Service said a drone hit the Ain al-Asad base on Monday.',
      'iraq-counter-terrorism-service',
    ],
    ['A drone hit the Harir base on Monday, the Kurdish region’s counterterrorism service said.', 'krg-ctd'],
  ])('%s', (text, expected) => expect(origins(text)[0]).toBe(expected));

  test.each([
    ['أعلن الناطق باسم وزارة الداخلية أن صاروخاً سقط قرب قاعدة العديد مساء الاثنين.', 'qatar-interior-ministry'],
    [
      'أعلن المتحدث الرسمي باسم وزارة الدفاع أن الدفاعات الجوية أسقطت ثلاث طائرات مسيّرة فوق معسكر عريفجان فجر اليوم.',
      'kuwait-defence-ministry',
    ],
    ['وقال قائد عمليات بغداد إن صواريخ سقطت على قاعدة فيكتوريا ليلة أمس.', 'baghdad-operations-commander'],
    ['قائمقام جمجمال أوضح أن صاروخاً سقط على خزان داخل حقل كورمور فجر الثلاثاء.', 'chamchamal-mayor'],
    ['نفت قيادة شرطة الأنبار تعرض قاعدة عين الأسد لقصف صاروخي مساء أمس.', 'anbar-police'],
  ])('%s', (text, expected) => {
    expect(origins(text, 'ar')[0]?.replace(/-spokesperson$/, '')).toBe(expected);
  });
});

describe('an office of the tables is not lent to another body', () => {
  test('by the adjective beside it', () => {
    const text = 'An Iranian military official said two drones hit the Ain al-Asad base on Monday.';
    expect(origins(text)[0]).not.toMatch(/^us-/);
  });

  test('by the body behind it', () => {
    const text = 'قال مصدر عسكري في قوات سوريا الديمقراطية إن مسيّرتين هاجمتا قاعدة قسرك فجر الثلاثاء.';
    expect(origins(text, 'ar')[0]).toMatch(/^sdf/);
  });

  test('by a longer name that it is cut from', () => {
    const text =
      'Air defenses brought down three drones near Prince Sultan Air Base on Friday, the Saudi-led coalition’s spokesman said.';
    expect(origins(text)[0]).toMatch(/^saudi-led-coalition/);
  });
});

test('the dateline of an agency is not who speaks', () => {
  const text = 'الكويت (كونا) -- أعلنت وزارة الداخلية أن طائرة مسيّرة سقطت قرب معسكر عريفجان فجر اليوم.';
  expect(origins(text, 'ar')[0]).toBe('kuwait-interior-ministry');
});
