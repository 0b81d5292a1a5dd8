import type { Texts } from '../../language/language';

/** What the wall says of deadlines and figures; part of the desk's table. */
export const wallTexts: Texts<
  | 'due.answer-soon' | 'due.answer-late' | 'due.resolution-soon' | 'due.resolution-late' | 'deadline' | 'inTime' | 'dueSoon' | 'dueLate'
  | 'service' | 'answeredInTime' | 'resolvedInTime' | 'reAsks' | 'messages' | 'toldWaits' | 'nothingTold' | 'longestOnly'
> = {
  ko: {
    'due.answer-soon': '{lane}: 곧 응답 목표 시간을 넘겨요. 순서를 앞당겼어요.',
    'due.answer-late': '{lane}: 응답 목표 시간을 넘긴 고객이 있어요. 순서를 앞당겼어요.',
    'due.resolution-soon': '{lane}: 곧 해결 목표 시간을 넘겨요.',
    'due.resolution-late': '{lane}: 해결 목표 시간을 넘긴 상담이 있어요.',
    deadline: '목표 시간', inTime: '여유 있음', dueSoon: '임박', dueLate: '넘김',
    service: '최근 12시간 서비스', answeredInTime: '목표 안에 응답', resolvedInTime: '목표 안에 해결', reAsks: '아는 것을 다시 물음', messages: '보낸 메시지',
    toldWaits: '{day}: 안내한 대기 시간이 {told}건 중 {held} 맞았어요. 더 빨랐던 고객 {sooner}명, 더 기다린 고객 {later}명.',
    longestOnly: '{waiting}명이 기다려요. 오래 기다린 {shown}명만 보여 드려요.',
    nothingTold: '안내한 대기 시간이 맞았는지는 하루가 지나면 보여 드려요.',
  },
  en: {
    'due.answer-soon': '{lane}: a customer is about to wait longer than the goal and was moved forward.',
    'due.answer-late': '{lane}: a customer has waited longer than the goal and was moved forward.',
    'due.resolution-soon': '{lane}: a conversation is about to last longer than the goal.',
    'due.resolution-late': '{lane}: a conversation has lasted longer than the goal.',
    deadline: 'Goal', inTime: 'in time', dueSoon: 'due soon', dueLate: 'late',
    service: 'Service in the last 12 h', answeredInTime: 'Answered in time', resolvedInTime: 'Resolved in time', reAsks: 'Asked for what was known', messages: 'Messages',
    toldWaits: '{day}: {held} of {told} told waits held. {sooner} waited less, {later} waited longer.',
    longestOnly: '{waiting} wait; the {shown} who have waited longest are shown.',
    nothingTold: 'How well told waits held is shown after a day.',
  },
};
