package written

import (
	"iter"
	"maps"
	"strings"
)

// traditional maps traditional characters of the words that policies and
// surveys use, each before its simplified one.
const traditional = "級级綠绿緑绿廠厂國国製制範范車车間间雲云業业設设計计遺遗產产産产軟软應应鏈链鍊链認认證证" +
	"証证書书診诊斷断節节網网聯联臺台檯台號号發发區区縣县東东連连開开術术經经濟济關关廳厅蘇苏" +
	"與与復复複复審审續续換换獲获評评創创領领導导單单園园會会無无類类碼码價价質质員员職职訓训" +
	"專专養养動动務务榮荣譽誉稱称資资補补獎奖勵励貼贴項项實实際际誤误遷迁銷销銹锈錄录錶表報报" +
	"點点擬拟棄弃請请須须對对變变進进還还過过時时當当來来優优選选達达適适標标準准個个為为爲为" +
	"於于條条裡里裏里辦办協协機机構构權权屬属種种縱纵橫横驗验試试據据數数減减約约環环護护態态" +
	"總总額额費费學学師师廣广場场廢废棟栋樓楼雙双頂顶預预頒颁顯显體体齊齐龍龙龜龟灣湾漁渔潔洁" +
	"濱滨灘滩燈灯營营異异畫画盡尽監监盤盘碩硕礎础確确禮礼積积穩稳窮穷筆笔納纳純纯紙纸組组細细" +
	"終终結结給给統统維维綜综緩缓縮缩織织繼继罰罚羅罗習习聖圣聲声腦脑臨临舉举舊旧藥药處处衛卫" +
	"裝装規规視视覽览觀观訊讯記记許许訴诉詞词話话該该詳详誠诚說说説说調调論论講讲識识議议讓让" +
	"負负財财貢贡責责購购貿贸賃赁賞赏賠赔賬账輔辅輕轻輪轮輸输轉转軌轨違违遠远遲迟鄉乡釋释鋼钢" +
	"鎮镇鐵铁門门閉闭問问陽阳階阶隊队險险隨随難难電电靈灵靜静順顺題题願愿風风飛飞飼饲館馆馬马" +
	"駐驻驅驱齡龄參参貳贰萬万億亿圓圆陸陆歸归蔵藏從从備备儲储償偿儀仪兩两凍冻劃划劑剂勝胜勞劳" +
	"匯汇卻却壓压壞坏夠够奪夺嚴严嶼屿嶺岭幾几庫库彈弹後后徑径慶庆憑凭戰战戶户拋抛掃扫採采擇择" +
	"擊击擔担擴扩攝摄敗败敵敌曆历歷历樂乐樣样橋桥檢检歐欧歲岁殺杀氣气決决沒没淨净淺浅測测渾浑" +
	"溫温滅灭漢汉潛潜澤泽濃浓瀏浏災灾煙烟熱热爾尔牆墙犧牺狀状獨独獸兽現现"

var simplified = func() map[rune]rune {
	m, from := map[rune]rune{}, rune(0)
	for _, r := range traditional {
		if from == 0 {
			from = r
			continue
		}
		m[from], from = r, 0
	}
	return m
}()

// Simplified is a folded text in simplified characters, for matching it with
// the words of a policy: 省級綠色工廠. Names of companies keep theirs.
func Simplified(s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := simplified[r]; ok {
			return to
		}
		return r
	}, s)
}

// Spellings are the characters that matching takes for another one: traditional
// ones, and signs and letters of full width.
func Spellings() iter.Seq2[rune, rune] {
	return func(yield func(from, to rune) bool) {
		for r := '!'; r <= '~'; r++ {
			if !yield(r-'!'+'！', r) {
				return
			}
		}
		maps.All(simplified)(yield)
	}
}
