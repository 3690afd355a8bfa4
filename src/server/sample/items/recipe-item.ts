import type { ItemMaker } from './sample-item.ts';

const recipes = [
  { lang: 'cs', name: 'Svíčková na smetaně', ingredients: ['hovězí', 'mrkev', 'celer', 'smetana'] },
  { lang: 'de', name: 'Käsespätzle mit Röstzwiebeln', ingredients: ['Mehl', 'Eier', 'Käse', 'Zwiebeln'] },
  { lang: 'ar', name: 'كشري مصري', ingredients: ['أرز', 'عدس', 'معكرونة', 'بصل'] },
  { lang: 'he', name: 'שקשוקה', ingredients: ['ביצים', 'עגבניות', 'פלפל'] },
  { lang: 'ja', name: '肉じゃが', ingredients: ['牛肉', 'じゃがいも', '玉ねぎ', '醤油'] },
  { lang: 'zh', name: '麻婆豆腐', ingredients: ['豆腐', '猪肉', '豆瓣酱', '花椒'] },
  { lang: 'hi', name: 'पालक पनीर', ingredients: ['पालक', 'पनीर', 'प्याज़'] },
  { lang: 'ru', name: 'Борщ со сметаной', ingredients: ['свёкла', 'капуста', 'картофель'] },
  { lang: 'el', name: 'Μουσακάς', ingredients: ['μελιτζάνες', 'κιμάς', 'μπεσαμέλ'] },
  { lang: 'ko', name: '김치찌개', ingredients: ['김치', '돼지고기', '두부'] },
  { lang: 'th', name: 'ต้มยำกุ้ง', ingredients: ['กุ้ง', 'ตะไคร้', 'พริก'] },
] as const;

/** Other scripts, in values and in the names of fields. */
export const recipeItem: ItemMaker = ({ random, index }) => {
  const { lang, name, ingredients } = random.pick(recipes);
  return {
    id: index + 1,
    lang,
    name,
    ingredients,
    'čas (min)': random.int(15, 180),
    評価: random.int(1, 5),
    mood: random.pick(['😋', '👩🏽‍🍳', '🌶️🌶️']),
  };
};
