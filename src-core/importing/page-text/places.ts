// Places from which papers report, as they stand run together with a reporter's name (林宏翰桃園20日電) or alone beside it
// (王小明 台北報導).

const places = new Set(
  (
    '台北 臺北 新北 桃園 新竹 苗栗 台中 臺中 彰化 南投 雲林 嘉義 台南 臺南 高雄 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 馬祖 連江 基隆 竹縣 中市 南市 ' +
    '北京 上海 天津 重庆 重慶 香港 澳门 澳門 石家庄 太原 呼和浩特 沈阳 瀋陽 大连 长春 哈尔滨 南京 苏州 无锡 常州 杭州 宁波 合肥 福州 厦门 南昌 济南 青岛 郑州 武汉 长沙 广州 深圳 珠海 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 廣州 南昌 漢口 武漢 天津 青島 濟南 成都 昆明 貴陽 ' +
    '华盛顿 華盛頓 纽约 紐約 洛杉矶 洛杉磯 旧金山 舊金山 芝加哥 波士頓 休士頓 渥太华 多伦多 溫哥華 温哥华 墨西哥城 里约热内卢 巴西利亚 布宜诺斯艾利斯 伦敦 倫敦 巴黎 柏林 罗马 羅馬 米兰 马德里 馬德里 里斯本 布鲁塞尔 布魯塞爾 日内瓦 日內瓦 维也纳 維也納 布拉格 华沙 布达佩斯 雅典 莫斯科 基辅 伊斯坦布尔 安卡拉 开罗 開羅 耶路撒冷 大马士革 贝鲁特 巴格达 德黑兰 迪拜 杜拜 多哈 利雅得 新德里 伊斯兰堡 喀布尔 达卡 加德满都 科伦坡 仰光 曼谷 金边 河内 河內 万象 吉隆坡 新加坡 雅加达 雅加達 马尼拉 馬尼拉 东京 東京 大阪 首尔 首爾 平壤 乌兰巴托 堪培拉 悉尼 雪梨 墨尔本 惠灵顿 内罗毕 约翰内斯堡 开普敦 阿布贾 日惹 联合国 聯合國'
  ).split(' '),
);

/** How many characters at the end of the text are the name of a place; 0 where none. */
export function endsWithPlace(text: string): number {
  for (let length = Math.min(9, text.length); length >= 2; length--) {
    const name = text.slice(-length);
    if (places.has(name) || (length > 2 && places.has(name.replace(/[縣县市]$/u, '')))) return length;
  }
  return 0;
}
