// How much a decoded text is like Chinese: the share of its characters that are common ones. A text decoded in a wrong
// encoding is full of rare characters, symbols of other scripts and replacement characters.

const common = new Set(
  (
    '的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡裏后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長知民样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話儿兒者向情部正名定女问問力机機给給等几幾很业業最间間新什打便位因重被走电電四第门門相次东東政海口使教西再平真听聽世气氣信北少关關并並内內加化由却代军軍产產入先山五太水万萬市眼体體别別处處总總才场場师師书書比住员員九笑性通目华華报報立马馬命张張活难難神数數件安表原车車白应應路期叫死常提感金何更反合放做系计計或司利受光王果亲親界及今京务務制解各任至清物台象记記边邊共风風战戰干接它许許八特觉覺望直服毛林题題建南度统統色字请請交爱愛让讓认認算论論百吃义義科怎元社术術结結六功指思非流每青管夫连連远遠资資队隊跟带帶花快条條院变變联聯言权權往展该該领領传傳近留红紅治决決周保达達办辦运運武半候七必城父强步完革深区區即求品士转轉量空甚众眾技轻輕程告江语語英基派满滿式李息写寫呢识識极極令黄黃德收脸臉钱錢党黨倒未持取设設始版双雙历歷越史商千片容研像找友孩站广廣改议議形委早房音火际際则則首单單据據导導影失拿网網香似斯专專石若兵弟谁誰校读讀志飞飛观觀争爭究包组組造落视視济濟喜离離虽雖坏壞亿億县縣镇鎮村省项項服务務企' +
    '，。、；：？！“”‘’「」『』（）《》〈〉【】—…·／％ \u3000\n\r\t0123456789'
  ).split(''),
);

/** The share of common characters in the text, from 0 to 1, less what damaged and misread characters cost. */
export function likeness(text: string): number {
  if (text === '') return 0;
  let characters = 0;
  let score = 0;
  for (const character of text) {
    characters++;
    const point = character.codePointAt(0) ?? 0;
    if (common.has(character)) score += 1;
    else if (point >= 0x20 && point < 0x7f) score += 0.6;
    else if (point >= 0x4e00 && point <= 0x9fff) score += 0.2;
    else score -= isMisread(point) ? 1 : 0.2;
  }
  return Math.max(0, score / characters);
}

/** Replacement characters, private use, lone surrogates, controls and scripts that no Chinese paper prints. */
function isMisread(point: number): boolean {
  return (
    point === 0xfffd ||
    (point >= 0xd800 && point <= 0xf8ff) ||
    point < 0x20 ||
    (point >= 0x7f && point <= 0x9f) ||
    (point >= 0x500 && point <= 0x1fff) ||
    (point >= 0xa000 && point <= 0xd7ff) ||
    point > 0x2ffff
  );
}
