import type { Texts } from '../language/language';

export const texts: Texts<'title' | 'lead' | 'home' | 'loading' | 'failed' | 'none' | 'source' | 'list' | 'full' | 'fit'> = {
  ko: {
    title: '대화의 그림',
    lead: '챗봇의 대화는 하나하나 상태 기계예요. 이 그림은 지금 실행 중인 프로그램이 스스로 그린 것이라 언제나 실제와 같아요.',
    home: '처음으로',
    loading: '그림을 불러오는 중이에요',
    failed: '그림을 불러오지 못했어요. 잠시 뒤에 새로고침해 주세요.',
    none: '아직 그려진 대화가 없어요.',
    source: '글로 보기 (Mermaid)',
    list: '대화 목록',
    full: '원래 크기로 보기',
    fit: '화면에 맞추기',
  },
  en: {
    title: "The dialogs' drawings",
    lead: 'Each of the bot’s dialogs is a state machine. The running program draws these itself, so they are always true.',
    home: 'Home',
    loading: 'Loading the drawings',
    failed: 'The drawings did not load. Please refresh in a moment.',
    none: 'No dialog has been drawn yet.',
    source: 'As text (Mermaid)',
    list: 'Dialogs',
    full: 'Full size',
    fit: 'Fit to the page',
  },
};

/** Titles by the dialog's name, without case, hyphens and the word "dialog". */
export const titles: Texts<
  | 'identify' | 'return' | 'returnpolicy' | 'returnundo' | 'refund' | 'refundstatus'
  | 'refundtime' | 'orderstatus' | 'complaint' | 'complaintstatus' | 'satisfaction' | 'person'
  | 'exchange' | 'cancellation' | 'orderchange' | 'weblink'
> = {
  ko: {
    identify: '본인 확인',
    return: '반품',
    returnpolicy: '반품 규정 안내',
    returnundo: '반품 철회',
    refund: '환불',
    refundstatus: '반품·환불 진행 확인',
    refundtime: '환불 기간 안내',
    orderstatus: '주문·배송 조회',
    complaint: '불만 접수',
    complaintstatus: '불만 처리 확인',
    satisfaction: '만족도 평가',
    person: '상담원 연결',
    exchange: '교환',
    cancellation: '주문 취소',
    orderchange: '주문 변경',
    weblink: '웹 채팅에서 이어 하기',
  },
  en: {
    identify: 'Identification',
    return: 'Return',
    returnpolicy: 'Return terms',
    returnundo: 'Taking back a return',
    refund: 'Refund',
    refundstatus: 'How a return or refund stands',
    refundtime: 'How long a refund takes',
    orderstatus: 'Order and delivery status',
    complaint: 'Complaint',
    complaintstatus: 'How a complaint stands',
    satisfaction: 'Satisfaction',
    person: 'Talk to a person',
    exchange: 'Exchange',
    cancellation: 'Cancellation',
    orderchange: 'Change of an order',
    weblink: 'Going on at the web chat',
  },
};

/** The title of the dialog called `name` (such as `ReturnDialog` or `order-status`); its own name when we have none. */
export function titleOf(name: string, language: keyof typeof titles): string {
  const key = name.toLowerCase().replace(/[^a-z]/g, '').replace(/dialog$/, '').replace(/^(return|refund|complaint|exchange|cancellation|orderchange)s$/, '$1');
  const table: Readonly<Record<string, string>> = titles[language];
  return table[key] ?? name;
}
