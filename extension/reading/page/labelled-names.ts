import type { PageLine } from '../../../shared/capture/page-text.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import type { FoundName } from './found-name.ts';

/** Offices before a name in scripts without capitals, where only a label tells a name from other words. */
const han =
  /(?:代表取締役(?:社長|会長|専務)?|取締役(?:社長|会長)?|代表者?|代表社員|理事長|社長|会長|院長|園長|校長|所長|支店長|店長|部長|課長|担当者?|責任者|運営責任者|店舗運営責任者|法定代表人|总经理|總經理|董事长|董事長|负责人|責任人|责任人|联系人|聯絡人|经理|主任)(?:名|氏名)?[\s:：／/・]{0,4}([\p{Script=Han}々]{1,4}[\s　]{0,2}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,5})(?=[\s　）)、,。]|$)/gu;
const hangul =
  /(?:대표이사|대표자?|이사장|사장|원장|점장|부장|과장|팀장|담당자?|책임자|개인정보(?:보호|관리)책임자)[\s:：]{1,4}([\p{Script=Hangul}]{2,4})(?=[\s,()]|$)/gu;
const arabic =
  /(?:المدير(?: العام| التنفيذي)?|رئيس(?: مجلس الإدارة)?|المسؤول|مسؤول [\p{Script=Arabic}]{3,12}|صاحب (?:المحل|الشركة)|الدكتورة?|المهندسة?|السيدة?)[\s:：]{1,4}([\p{Script=Arabic}]{2,12}(?:\s[\p{Script=Arabic}]{2,12}){1,2})(?=[\s،,()]|$)/gu;
const hebrew =
  /(?:מנכ["״]?לי?ת?|מנהלת?|בעלים|איש קשר|יו["״]ר)[\s:：]{1,4}([\p{Script=Hebrew}]{2,12}(?:\s[\p{Script=Hebrew}]{2,12}){1,2})(?=[\s,()]|$)/gu;
const other = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Words that follow such an office and are no name. */
const noName = /挨拶|紹介|あいさつ|メッセージ|電話|番号|会社|部|人사말|인사말|소개|电话|简介|致辞/u;

/** Names behind an office or a label in Japanese, Chinese, Korean, Arabic and Hebrew lines. */
export function labelledNames(lines: readonly PageLine[]): FoundName[] {
  const found: FoundName[] = [];
  for (const [line, { text }] of lines.entries()) {
    if (!other.test(text) || text.length > 200) continue;
    for (const pattern of [han, hangul, arabic, hebrew]) {
      for (const match of text.matchAll(pattern)) {
        const name = (match[1] ?? '').trim();
        if (name === '' || noName.test(name)) continue;
        const start = match.index + match[0].lastIndexOf(name);
        const keys = folded(name).split(' ');
        found.push({
          name,
          line,
          start,
          end: start + name.length,
          keys,
          score: 2,
          heads: false,
          labelled: true,
        });
      }
    }
  }
  return found;
}
