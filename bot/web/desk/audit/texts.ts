import type { Texts } from '../../language/language';

/** The words of `AuditActions`. */
type Action =
  | 'signed-in' | 'sign-in-failed' | 'signed-out' | 'read' | 'listened' | 'telephoned' | 'supervised' | 'telephone-chosen' | 'accepted' | 'followed-up' | 'follow-up-settled' | 'follow-up-freed' | 'declined' | 'said'
  | 'corrected' | 'delegated' | 'returned' | 'ended' | 'agent-added' | 'agent-disabled' | 'agent-enabled' | 'started' | 'warned' | 'spoken' | 'not-spoken' | 'stopped' | 'evidence-seen' | 'transferred' | 'took-over'
  | 'forced-end' | 'noted' | 'approved' | 'not-approved' | 'asked-for-approval' | 'wrapped-up' | 'revealed' | 'customer-seen' | 'photo-seen' | 'reply-added' | 'reply-removed' | 'skills-changed' | 'broadcast'
  | 'sessions-ended';

export type AuditText = `audit.${Action}` | 'audit' | 'showAudit' | 'audit.when' | 'audit.what' | 'audit.about' | 'audit.detail';

/** What the desk calls the rows of the audit. */
export const auditTexts: Texts<AuditText> = {
  ko: {
    audit: '열람과 처리 기록', showAudit: '기록 보기', 'audit.when': '언제', 'audit.what': '한 일', 'audit.about': '대상', 'audit.detail': '내용',
    'audit.signed-in': '로그인', 'audit.sign-in-failed': '로그인 실패', 'audit.signed-out': '로그아웃', 'audit.read': '대화를 봄', 'audit.listened': '녹음을 들음', 'audit.telephoned': '통화 조작', 'audit.supervised': '통화에 참여',
    'audit.telephone-chosen': '내 전화 바꿈', 'audit.accepted': '상담을 받음', 'audit.followed-up': '약속한 연락을 맡음', 'audit.follow-up-settled': '약속한 연락의 결과', 'audit.follow-up-freed': '약속한 연락을 다른 상담원에게 넘김',
    'audit.declined': '상담을 넘김', 'audit.said': '고객에게 말함', 'audit.corrected': '값을 고침', 'audit.delegated': '봇에게 맡김', 'audit.returned': '봇에게 돌려줌', 'audit.ended': '상담을 끝냄', 'audit.agent-added': '계정 추가',
    'audit.agent-disabled': '계정 닫음', 'audit.agent-enabled': '계정 다시 엶', 'audit.started': '봇에게 진행을 맡김', 'audit.warned': '폭언 경고', 'audit.spoken': '경고를 읽어 줌', 'audit.not-spoken': '경고를 읽지 못함',
    'audit.stopped': '폭언으로 끝냄', 'audit.evidence-seen': '보호 기록을 봄', 'audit.transferred': '다른 상담원에게 넘김', 'audit.took-over': '상담을 넘겨받음', 'audit.forced-end': '강제로 끝냄', 'audit.noted': '메모를 남김',
    'audit.approved': '예외 승인', 'audit.not-approved': '예외 거절', 'audit.asked-for-approval': '예외 승인 요청', 'audit.wrapped-up': '상담 결과 선택', 'audit.revealed': '가린 것을 봄', 'audit.customer-seen': '고객 이력을 봄',
    'audit.photo-seen': '사진을 봄', 'audit.reply-added': '준비된 답장 추가', 'audit.reply-removed': '준비된 답장 지움', 'audit.skills-changed': '업무와 언어 바꿈', 'audit.broadcast': '모두에게 알림', 'audit.sessions-ended': '모든 곳에서 로그아웃시킴',
  },
  en: {
    audit: 'Who saw and did what', showAudit: 'Show the record', 'audit.when': 'When', 'audit.what': 'What', 'audit.about': 'About', 'audit.detail': 'More',
    'audit.signed-in': 'signed in', 'audit.sign-in-failed': 'failed to sign in', 'audit.signed-out': 'signed out', 'audit.read': 'read a conversation', 'audit.listened': 'heard a recording', 'audit.telephoned': 'worked a call', 'audit.supervised': 'took part in a call',
    'audit.telephone-chosen': 'chose a telephone', 'audit.accepted': 'accepted a customer', 'audit.followed-up': 'took up what was promised', 'audit.follow-up-settled': 'settled what was promised', 'audit.follow-up-freed': 'freed a promised call for others',
    'audit.declined': 'declined a customer', 'audit.said': 'wrote to the customer', 'audit.corrected': 'corrected a fact', 'audit.delegated': 'let the bot ask', 'audit.returned': 'gave back to the bot', 'audit.ended': 'ended a conversation', 'audit.agent-added': 'added an account',
    'audit.agent-disabled': 'closed an account', 'audit.agent-enabled': 'opened an account again', 'audit.started': 'let the bot begin something', 'audit.warned': 'had a customer warned', 'audit.spoken': 'a warning was read out', 'audit.not-spoken': 'a warning could not be read out',
    'audit.stopped': 'had a conversation ended for abuse', 'audit.evidence-seen': 'looked at evidence of abuse', 'audit.transferred': 'passed a customer on', 'audit.took-over': 'took over a conversation', 'audit.forced-end': 'ended it by force', 'audit.noted': 'wrote a note',
    'audit.approved': 'approved an exception', 'audit.not-approved': 'refused an exception', 'audit.asked-for-approval': 'asked for an exception', 'audit.wrapped-up': 'said how it ended', 'audit.revealed': 'looked behind a veil', 'audit.customer-seen': "looked at a customer's history",
    'audit.photo-seen': 'looked at a photograph', 'audit.reply-added': 'added a ready reply', 'audit.reply-removed': 'removed a ready reply', 'audit.skills-changed': 'changed skills', 'audit.broadcast': 'told everybody something', 'audit.sessions-ended': 'signed somebody out everywhere',
  },
};
