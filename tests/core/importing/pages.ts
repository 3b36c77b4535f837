// Pages made for these tests, in the forms newspapers really use; names and events are invented.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The sample issue that ships with the application. */
export const samplePage = readFileSync(
  fileURLToPath(new URL('../../../resources/samples/wujin-2022-10-11.txt', import.meta.url)),
  'utf8',
);

/** A page of a party paper: page line, three display lines, subheads, an agency report, editors. */
export const partyPaper = `江岸日报 2023年3月8日 星期三 第2版 要闻

全市代表热议乡村振兴

让更多年轻人扎根田野

——来自会场的声音

本报记者 张晓明 李 华 通讯员 王建国

“种地也要讲科学。”来自城北的代表赵大山说，这几年他带着合作社的社员学习新技术，小麦亩产提高了一百多斤。

科技下乡

县里派来的技术员陈小雨，一年有二百多天住在村里。她告诉记者，村民最关心的是病虫害怎么防、肥料怎么施。

人才回流

大学毕业的刘伟回到家乡办起了农机服务队，如今已有二十多台拖拉机。

中方愿同各方加强合作

新华社北京3月7日电  （记者马文、董雪）发言人7日表示，愿同各方一道，推动合作不断走深走实。

发言人说，合作共赢是大势所趋。

本版责编：孙三 李四`;

/** A city paper in tight lines: a two-line headline, bullets before the byline, a caption with its credit, two notices. */
export const cityPaper = `城市晚报　2021年6月1日　星期二　A05　社会新闻

七旬老人迷路街头
热心民警深夜送回家

□本报记者 周晓燕 通讯员 吴敏 文/图

5月30日深夜，家住城东的王大爷外出散步时迷了路，在街头徘徊了两个多小时。巡逻民警发现后，把老人平安送回了家。

小区停水三天

本报讯（记者孙立 实习生郑爽）昨日，有市民向本报反映，城西幸福小区已停水三天。维修人员正在抢修，预计今晚可恢复供水。

图为维修人员正在抢修管道。 本报记者 孙立 摄

招领启事

本人于5月28日在人民公园拾得黑色皮包一个，请失主与本报联系。

联系电话：12345678

城市晚报社
2021年6月1日

遗失声明

张某某遗失营业执照副本，声明作废。`;

/** A Taiwan paper: bylines with a slash and in brackets, a caption mark, editors and a Republican date code at the end. */
export const islandPaper = `國家大樓停電三小時　數百人受困

記者陳志明、林美華／台北報導

市中心國家大樓昨天下午突然停電三小時，數百名上班族受困電梯，消防隊出動二十多人救援。

▲消防人員協助受困民眾離開大樓。（記者陳志明／攝影）

颱風逼近　農民搶收香蕉

（中央社記者黃淑芬屏東20日電）颱風逐漸逼近，屏東蕉農今天搶收香蕉，擔心強風吹倒蕉株。

農會指出，今年香蕉產量較去年增加兩成。（編輯：王小明）1040820`;

/** A paper of the Republic: columns of eight characters, no full stops, the date in the era's numerals. */
export const republicanPaper = `民國廿六年三月十五日　江聲報　星期一　第三版

財部整理鹽務

沿海增設公署

財政部爲整理鹽
務、擬在沿海各省
增設鹽場公署、已
擬具辦法、呈請核
示、

滬杭路擴充車輛

滬杭甬鐵路局、
爲便利旅客起見、
決定下月一日起增
開特別快車兩次、
車輛日內可到、`;

/** A literary page: a poem without punctuation under a pen name, then an essay. */
export const literaryPage = `副刊

秋天的信

林小溪

风从山坡上下来
带着稻谷的香气
我把一封信
折成小小的船

放进村口的河
河水慢慢地流
流过石桥
流过母亲的窗前

老街

□陈默然

老街在城南，窄窄的一条，两边都是木板门的铺子。小时候，我常跟着外婆去那里打酱油。`;

/** A web page: title, date line with source and author, subheads, end mark, editor, links. */
export const webPage = `地铁新线今日开通 全程只需四十分钟
2020-12-26 08:15:32 来源：江城新闻网 作者：钱明
中新网江城12月26日电 (记者 许静)江城地铁新线26日正式开通运营，全长约三十公里，共设车站十五座。
列车采用全自动驾驶
记者在现场看到，列车内没有传统的驾驶室，乘客可以在车头看到前方的隧道。
首班车六时发车
据运营方介绍，首班车为早晨六时，末班车为晚上十时三十分。
【编辑:李四】
分享到：
相关阅读
地铁票价拟调整
明年将再开通三条新线`;

export const ownPages = [partyPaper, cityPaper, islandPaper, republicanPaper, literaryPage, webPage] as const;
