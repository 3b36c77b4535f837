// Chinese family names in simplified, traditional and variant forms: what tells a person's name from another word of two
// to four characters. After the Hundred Family Surnames and the commonest names of today's registers.

const single = new Set(
  '赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛衞蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏陶姜戚谢謝邹鄒喻柏水窦竇章云雲苏蘇潘葛奚范範彭郎鲁魯韦韋昌马馬苗凤鳳花方俞任袁柳酆鲍鮑史唐费費廉岑薛雷贺賀倪汤湯滕殷罗羅毕畢郝邬鄔安常乐樂于於时時傅皮卞齐齊康伍余元卜顾顧孟平黄黃和穆萧蕭肖尹姚邵湛汪祁毛禹狄米贝貝明臧计計伏成戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席季麻强強贾賈路娄婁危江童颜顏郭梅盛林刁钟鍾鐘徐邱丘骆駱高夏蔡田樊胡凌霍虞万萬支柯管卢盧莫经經房裘缪繆干幹解应應宗丁宣贲賁邓鄧郁杭洪包诸諸左石崔吉钮鈕龚龔程嵇邢滑裴陆陸荣榮翁荀羊甄曲家封芮羿储儲靳汲邴糜松井段富巫乌烏焦巴弓牧隗山谷车車侯宓蓬全郗班仰秋仲伊宫宮宁寧甯仇栾欒暴甘斜厉厲戎祖武符刘劉景詹束龙龍叶葉幸司韶郜黎蓟薊薄印宿白怀懷蒲邰从從鄂索咸籍赖賴卓蔺藺屠蒙池乔喬阴陰胥能苍蒼双雙闻聞莘党黨翟谭譚贡貢劳勞逄姬申扶堵冉宰郦酈雍璩桑桂濮牛寿壽通边邊扈燕冀浦尚农農温溫别別庄莊晏柴瞿阎閻闫閆充慕连連茹习習宦艾鱼魚容向古易慎戈廖庾终終暨居衡步都耿满滿弘匡国國文寇广廣禄祿阙闕东東欧歐殳沃利蔚越夔隆师師巩鞏厍聂聶晁勾敖融冷訾辛阚闞那简簡饶饒空曾毋沙乜养養鞠须須丰豐巢关關蒯相查后荆荊红紅游竺权權逯盖蓋益桓公万俟敬展覃佟占战戰苑原仝冼练練阳陽鹿斯粟官矫矯佘佴佰岳帅帥缑亢况況有琴商牟墨哈谯年爱爱仉督晋楚法汝鄢涂塗钦钭战付代闪撒铁鐵锁么鬱郤揭旦门門瑞税邸但底来來初呼党窝问買贾滿淦綦苟么迟遲信冶由海覺肇禚丛叢盈祎鞏昝漆蹇仵逯才檀卿藤潭岱宛'.split(
    '',
  ),
);

const compound = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 宇文 长孙 長孫 司徒 司空 令狐 闻人 端木 独孤 南宫 南宮 西门 西門 呼延 轩辕 申屠 太史 钟离 鲜于 鮮于 完颜 百里 拓跋 张简 張簡 范姜 周黄'.split(
    ' ',
  ),
);

/** How long the family name at the start of the text is: 2, 1, or 0 where there is none. */
export function surnameLength(text: string): 0 | 1 | 2 {
  if (compound.has(text.slice(0, 2))) return 2;
  return single.has(text.slice(0, 1)) ? 1 : 0;
}
