import type { Texts } from '../../language/language';

export type FollowUpText =
  | 'followUps' | 'noFollowUps' | 'followUpDue' | 'followUpOverdue' | 'followUpQueued' | 'followUpVoicemail' | 'followUpSeconds' | 'followUpCase' | 'takeUp' | 'takeUpQueued' | 'takenBy' | 'byEmail' | 'showContact' | 'reached' | 'notReached' | 'release' | 'freeFollowUp' | 'voicemailDone' | 'voicemailCase'
  | 'noConversation' | 'followUpGone' | 'event.followedUp' | 'trigger.promised' | 'keyFollowUps';

/** What the desk says about promised calls and messages. */
export const followUpTexts: Texts<FollowUpText> = {
  ko: {
    followUps: '연락할 고객', noFollowUps: '약속한 연락도, 들을 음성 메시지도 없어요.', followUpDue: '{time}까지 연락', followUpOverdue: '약속한 시간이 지남: {time}', followUpQueued: '순서대로 전화', followUpVoicemail: '음성 메시지', followUpSeconds: '{count}초',
    followUpCase: '접수 {number}', takeUp: '내가 연락하기', takeUpQueued: '지금 전화하기', takenBy: '{name} 님이 연락하는 중', byEmail: '이메일로 답변', showContact: '연락처 보기 (기록이 남아요)', reached: '연락됨, 끝내기', notReached: '연락 안 됨', release: '다른 상담원에게 두기', freeFollowUp: '다른 상담원이 맡게 하기',
    voicemailDone: '확인 끝', voicemailCase: '연락 약속으로 접수', noConversation: '지난 대화는 더 볼 수 없어요. 연락처를 보고 직접 연락해 주세요.', followUpGone: '방금 다른 상담원이 맡았거나 고객이 상담 중이에요.',
    'event.followedUp': '{agent} 님이 약속한 연락을 맡음', 'trigger.promised': '약속한 연락', keyFollowUps: '연락할 고객으로 가기',
  },
  en: {
    followUps: 'To follow up', noFollowUps: 'No call is promised, and no voicemail to hear.', followUpDue: 'by {time}', followUpOverdue: 'overdue since {time}', followUpQueued: 'called in turn', followUpVoicemail: 'Voicemail', followUpSeconds: '{count} s',
    followUpCase: 'case {number}', takeUp: 'I will contact them', takeUpQueued: 'Call now', takenBy: '{name} is on it', byEmail: 'Answer by e-mail', showContact: 'Show the contact (this is recorded)', reached: 'Reached, done', notReached: 'Not reached', release: 'Leave it to others', freeFollowUp: 'Free it for others',
    voicemailDone: 'Done', voicemailCase: 'Promise a call', noConversation: 'The conversation is not kept any more. Show the contact and call by yourself.', followUpGone: 'A colleague has just taken it, or the customer is being served.',
    'event.followedUp': '{agent} takes up what was promised', 'trigger.promised': 'was promised contact', keyFollowUps: 'go to whom to follow up',
  },
};
