/**
 * Mandarin readings (pinyin, no tones) of characters in surnames, given names, company names and foreign names written by
 * sound, simplified and traditional. General knowledge, our own compilation; a character that is missing reads as itself.
 */
const table = `
  a 阿 ai 艾爱愛埃 an 安 ao 奥奧敖 ba 巴八霸 bai 白百柏拜 ban 班 bang 邦 bao 包鲍鮑宝寶保 bei 贝貝北蓓 ben 本 bi 比毕畢碧 bin 彬斌宾賓滨濱 bing 冰兵炳
  bo 博波伯勃柏 bu 布卜 cai 蔡才财財彩 can 灿燦 cao 曹 ce 策 cen 岑 cha 查 chai 柴 chan 产 chang 常昌长長畅暢 chao 超朝潮 che 车車 chen 陈陳晨辰 cheng 成程承诚誠城澄
  chi 池驰 chong 崇冲 chu 楚褚初 chuan 川传傳 chuang 创創 chun 春纯純 ci 慈 cong 聪聰从 cui 崔翠 da 达達大 dai 戴代 dan 丹旦但 dang 党 dao 道 de 德得 deng 邓鄧登 di 迪帝第地
  dian 电電典 ding 丁定 dong 东東董冬栋棟 dou 窦 du 杜都 duan 段端 duo 多 e 俄厄 en 恩 er 尔爾儿兒 fa 发發法 fan 范樊凡帆芬 fang 方房芳 fei 飞飛费菲斐 fen 芬奋 feng 冯馮风風峰丰豐凤鳳枫 fo 佛
  fu 福傅富夫付弗伏符复復辅 gai 盖 gan 甘干 gang 刚剛钢鋼港 gao 高 ge 葛格戈歌 gen 根 geng 耿 gong 龚龔工公宫功 gou 苟 gu 顾顧谷古固 gua 瓜 guan 关關管冠 guang 光广廣 gui 贵貴桂归
  guo 郭国國果 ha 哈 hai 海 han 韩韓汉漢涵寒 hang 航杭 hao 郝浩豪好皓 he 何贺賀赫和荷河鹤 hei 黑 heng 恒衡亨 hong 洪红紅宏鸿鴻弘虹 hou 侯后 hu 胡虎湖呼互沪 hua 华華花化 huan 欢歡环環 huang 黄黃皇
  hui 惠慧辉輝会會汇匯徽 huo 霍火 ji 季纪吉基集机機技济濟际際计計积 jia 贾賈加家佳嘉 jian 建健简剑劍坚堅 jiang 江姜蒋蔣将疆 jiao 焦娇交 jie 杰傑洁潔捷 jin 金晋晉今锦進进近 jing 京静靜景敬晶经經 jiu 九久
  ju 菊居巨聚 juan 娟 jun 军軍君俊钧 ka 卡 kai 凯凱开開 kang 康 ke 柯克科可 ken 肯 kong 孔空控 ku 库 kuang 邝 kun 昆坤 kuo 扩 la 拉 lai 赖賴来來莱萊 lan 兰蘭蓝藍岚 lang 朗郎 lao 劳 le 乐樂勒 lei 雷蕾
  leng 冷 li 李黎力利丽麗莉理立里礼禮历厲 lian 连連联聯莲蓮 liang 梁良亮两 liao 廖 lie 列 lin 林琳霖临 ling 凌玲灵靈零 liu 刘劉柳六流 long 龙龍隆 lou 娄 lu 陆陸卢盧鲁魯路露芦吕 luan 栾 lun 伦倫 luo 罗羅洛骆洛
  lv 吕呂律绿旅 ma 马馬玛瑪麻 mai 麦麥迈 man 曼满 mang 芒 mao 毛茂 mei 梅美媒 men 门門 meng 孟蒙梦夢 mi 米密 mian 棉 miao 苗妙 min 敏民闵 ming 明铭銘鸣 mo 莫墨默摩 mu 穆木母姆 na 娜那纳納 nai 奈 nan 南男 ni 尼妮倪
  nian 年 ning 宁寧 niu 牛纽 nong 农農 nuo 诺諾 ou 欧歐 pa 帕 pan 潘盘 pang 庞龐 pei 裴佩培 peng 彭鹏鵬 pi 皮 ping 平萍 po 珀坡 pu 普浦蒲 qi 齐齊琪奇祁其祺企气汽期 qian 钱錢千前谦 qiang 强強 qiao 乔喬桥橋
  qin 秦琴勤 qing 清青庆慶晴 qiu 邱秋丘 qu 曲瞿屈 quan 全权權泉 qun 群 ran 冉然 rao 饶 ren 任人仁 rong 荣榮容融 rou 柔 ru 如茹儒 rui 瑞锐睿 run 润 ruo 若 sa 萨薩 sai 赛 san 三桑 sang 桑 se 色塞 sen 森 sha 沙莎
  shan 山珊善 shang 商尚上 shao 邵少 she 佘社 shen 沈申深神审 sheng 盛生胜勝圣聖升声 shi 石施史诗師师世时時士市实 shou 寿 shu 舒树樹书淑 shuang 双 shun 顺 si 司斯思四丝絲 song 宋松颂 su 苏蘇素 sui 隋 sun 孙孫 suo 索
  ta 塔 tai 泰太台臺 tan 谭譚谈坦 tang 唐汤湯堂 tao 陶涛濤桃 te 特 teng 滕腾騰 ti 提 tian 田天甜 tie 铁鐵 ting 婷庭廷 tong 童通同彤 tu 图圖涂土 wa 瓦 wai 外 wan 万萬婉湾 wang 王汪旺望网網 wei 魏韦卫衛伟偉维維威微为為巍薇
  wen 文温溫闻雯 weng 翁 wo 沃 wu 吴吳武伍乌烏五物务務 xi 西席习習希熙喜溪锡 xia 夏霞侠 xian 贤先仙显顯线鲜 xiang 向项祥香翔湘象 xiao 肖萧蕭小晓曉笑 xie 谢謝协協 xin 辛新欣鑫信心昕 xing 邢星兴興行 xiong 熊雄 xiu 秀修
  xu 徐许許旭续 xuan 宣轩萱 xue 薛雪学學 xun 荀迅讯訊 ya 亚亞雅娅 yan 严嚴颜顏燕艳艷岩言闫閻阎妍研盐 yang 杨楊阳陽洋羊扬 yao 姚尧药 ye 叶葉业業冶野 yi 易伊怡一义義艺藝益宜依亿億医 yin 尹殷银銀音印因 ying 应英颖穎莹影 yong 永勇雍
  you 尤游友有优油 yu 于余俞喻玉宇雨语鱼郁钰裕域渝 yuan 袁元远遠源苑园媛 yue 岳月越悦 yun 云雲运運允韵 zan 赞 zang 臧 ze 泽澤 zeng 曾增 zha 扎查 zhan 詹展战 zhang 张張章长 zhao 赵趙兆招 zhe 哲者 zhen 珍真振镇震 zheng 郑鄭正政征证
  zhi 志智之芝知支治制质 zhong 钟鍾中忠仲众重 zhou 周州舟 zhu 朱祝珠竹主筑 zhuang 庄莊 zhuo 卓 zi 子紫资資自 zong 宗总總 zou 邹鄒 zu 祖组组 zuo 左作`;

const readings = new Map<string, string>();
let syllable = '';
for (const cell of table.trim().split(/\s+/)) {
  if (/^[a-z]+$/.test(cell)) syllable = cell;
  else for (const char of cell) if (!readings.has(char)) readings.set(char, syllable);
}

/** The pinyin of one character, or null. */
export function readHan(char: string): string | null {
  return readings.get(char) ?? null;
}
