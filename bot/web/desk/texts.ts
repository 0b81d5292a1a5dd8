import type { Texts } from '../language/language';
import { auditTexts, type AuditText } from './audit/texts';
import { followUpTexts, type FollowUpText } from './followups/texts';
import { peopleTexts, type PeopleText } from './people/texts';
import { telephoneTexts, type TelephoneText } from './telephone/texts';
import { wallTexts } from './wall/texts';

export const texts: Texts<
  | keyof (typeof wallTexts)['ko']
  | TelephoneText
  | FollowUpText
  | PeopleText
  | AuditText
  | 'title' | 'signIn' | 'login' | 'password' | 'name' | 'signOut' | 'wrong' | 'locked' | 'unreachable' | 'firstTitle' | 'firstLead' | 'create' | 'linkOver'
  | 'inbox' | 'conversation' | 'context' | 'presence' | 'available' | 'break' | 'meeting' | 'away' | 'missed' | 'offline'
  | 'offer' | 'accept' | 'decline' | 'mine' | 'waiting' | 'done' | 'nobodyWaits' | 'noneMine' | 'unknown' | 'unreadCount' 
  | 'choose' | 'chooseLead' | 'reply' | 'replyHint' | 'send' | 'stale' | 'failed' | 'notYours' | 'doesNotFit' | 'delegatedNow'
  | 'brief' | 'suggested' | 'facts' | 'missing' | 'nothingKnown' | 'change' | 'save' | 'cancel' | 'newValue' | 'letBot' | 'confirmed' | 'verdict' | 'orders' | 'cases' | 'answerBy'
  | 'said' | 'system' | 'inferred' | 'agent' | 'giveBack' | 'end' | 'customerHears' | 'receipts' | 'placed' | 'hours' | 'waitedFor' | 'next'
  | 'wrapUp' | 'ended.resolved' | 'ended.follow-up' | 'ended.not-resolved' | 'ended.misuse' | 'sound' | 'suggestion' | 'useSuggestion' | 'keySuggestion' | 'companySignIn' | 'note' | 'noteHint' | 'keepNote' | 'canned' | 'photo' | 'transfer' | 'toSkill' | 'transferNote' | 'wouldRefund' | 'isApproved' | 'approve' | 'askedSupervisor' | 'verified' | 'phone' | 'email' | 'address' | 'reveal' | 'approvals' | 'grant' | 'refuse' | 'watch' | 'wasGranted' | 'wasRefused' | 'gotIt' | 'wall' | 'alarm.slow' | 'alarm.unattended' | 'serviceLevel' | 'answered' | 'medianWait' | 'longestWait' | 'broadcast' | 'conversations' | 'skill' | 'mood' | 'since' | 'agentColumn' | 'standing' | 'agents' | 'load' | 'skills' | 'notConnected' | 'chatsAtMost' | 'watching' | 'takeOver' | 'forceEnd' | 'reallyEnd' | 'keyNote' | 'keyCanned' | 'keyTransfer' | 'keyWall' | 'event.transferred' | 'event.tookOver' | 'event.approved'
  | 'letBotStart' | 'start.return' | 'start.refund' | 'start.return.undo' | 'start.complaint' | 'event.started'
  | 'protect' | 'protectLead' | 'warnFirst' | 'warnLast' | 'stopNow' | 'warned' | 'keyProtect' | 'cool-down' | 'abuse.insult' | 'abuse.threat' | 'abuse.harassment' | 'rung.first' | 'rung.last' | 'event.warned' | 'event.stopped' | 'evidence' | 'showEvidence'
  | 'contacts' | 'history' | 'openHistory' | 'keyHistory' | 'noCustomer' | 'customerId' | 'find' | 'guest' | 'more' | 'noneYet' | 'cases.all' | 'promises' | 'satisfaction' | 'score' | 'madeOn' | 'dueBy' | 'keptOn' | 'notKept' | 'openNow'
  | 'case.complaint' | 'case.callback' | 'promise.answer' | 'promise.callback' | 'outcome.bot' | 'outcome.waiting' | 'outcome.accepted' | 'outcome.returned' | 'outcome.ended' | 'outcome.left' | 'ended.none' | 'channel.voice'
  | 'lunch' | 'training' | 'after-call' | 'isWriting' | 'alsoLooking' | 'unveil' | 'veil'
  | 'allowed' | 'refused' | 'person' | 'keys' | 'close' | 'keyNext' | 'keyOpen' | 'keyAccept' | 'keyReply' | 'keyBot' | 'keyEnd' | 'keySend' | 'keyHelp'
  | 'bot' | 'customer' | 'event.accepted' | 'event.corrected' | 'event.delegated' | 'event.returned' | 'event.ended' | 'event.left' | 'event.untaken' | 'event.deskFailed' | 'event.undeliverable' | 'event.receipt' | 'event.silence' | 'event.unreadable'
  | 'trigger.asked' | 'trigger.failures' | 'trigger.policy' | 'trigger.backend' | 'trigger.anger' | 'trigger.identity' | 'trigger.vulnerable' | 'trigger.vip' | 'trigger.beyond' | 'trigger.safety' | 'trigger.leak' | 'trigger.legal'
  | 'mood.calm' | 'mood.glad' | 'mood.distressed' | 'mood.angry' | 'mood.abusive'
  | 'skill.returns' | 'skill.complaints' | 'skill.orders' | 'skill.general' | 'language.ko' | 'language.en' | 'nowSpeaks' | 'channel.directline' | 'channel.sms' | 'channel.other' | 'minutes' | 'seconds' | 'secondsLeft'
> = {
  ko: {
    ...wallTexts.ko,
    ...telephoneTexts.ko,
    ...followUpTexts.ko,
    ...peopleTexts.ko,
    ...auditTexts.ko,
    letBotStart: '봇에게 진행 맡기기', 'start.return': '반품 시작', 'start.refund': '환불 시작', 'start.return.undo': '반품 철회', 'start.complaint': '불만 접수', 'event.started': '{agent} 님이 봇에게 진행을 맡김: {detail}',
    protect: '폭언 대응', protectLead: '봇이 대신 말해요. 폭언은 두 번 경고하고, 협박과 성희롱은 바로 끝낼 수 있어요. 기록은 증거로 남아요.', warnFirst: '첫 번째 경고', warnLast: '마지막 경고', stopNow: '폭언으로 상담 끝내기',
    warned: '경고 {count}번', keyProtect: '폭언 경고와 종료', 'cool-down': '폭언 뒤 휴식', 'abuse.insult': '폭언', 'abuse.threat': '협박', 'abuse.harassment': '성희롱', 'rung.first': '첫 번째', 'rung.last': '마지막',
    'event.warned': '{agent} 님의 요청으로 폭언 경고: {detail}', 'event.stopped': '{agent} 님의 요청으로 상담 종료: {detail}', evidence: '상담원 보호 기록', showEvidence: '기록 보기 (열람 기록이 남아요)',
    contacts: '상담 이력', history: '고객', openHistory: '전체 이력 보기', keyHistory: '고객 전체 이력', noCustomer: '볼 수 있는 고객 중에 {id} 번호가 없어요.', customerId: '고객 번호', find: '찾기', guest: '비회원',
    more: '더 보기', noneYet: '아직 없어요.', 'cases.all': '접수', promises: '약속', satisfaction: '만족도', score: '5점 중 {score}점', madeOn: '{time} 약속', dueBy: '{time}까지', keptOn: '{time} 지킴', notKept: '아직 지키지 않음', openNow: '진행 중',
    'case.complaint': '불만', 'case.callback': '연락 요청', 'promise.answer': '답변', 'promise.callback': '연락', 'outcome.bot': '봇이 처리', 'outcome.waiting': '대기 중', 'outcome.accepted': '상담 중',
    'outcome.returned': '봇에게 돌려줌', 'outcome.ended': '상담 끝남', 'outcome.left': '고객이 나감', 'ended.none': '결과 선택 안 함', 'channel.voice': '전화',
    lunch: '점심', training: '교육', 'after-call': '통화 후 정리', isWriting: '입력하는 중: {who}', alsoLooking: '함께 보는 사람: {who}', unveil: '원문 보기 (기록이 남아요)', veil: '다시 가리기',
    title: '상담 데스크', signIn: '로그인', login: '아이디', password: '비밀번호', name: '고객에게 보이는 이름', signOut: '로그아웃',
    wrong: '아이디나 비밀번호가 맞지 않아요.', locked: '비밀번호를 여러 번 틀렸어요. 15분 뒤에 다시 해 주세요.', unreachable: '서버에 연결할 수 없어요. 잠시 뒤에 다시 해 주세요.',
    firstTitle: '첫 관리자 만들기', firstLead: '이 데스크의 첫 계정이에요. 비밀번호는 8자 이상으로 해 주세요.', create: '만들기', linkOver: '이 링크는 이미 썼거나 기한이 지났어요.',
    inbox: '받은 상담', conversation: '대화', context: '고객 정보', presence: '내 상태', available: '상담 가능', break: '휴식', meeting: '회의', away: '자리 비움',
    missed: '놓친 상담이 있어 쉬는 중', offline: '연결이 끊겼어요. 다시 연결하는 중이에요.',
    offer: '새 상담', accept: '받기', decline: '넘기기', mine: '내 상담', waiting: '대기', done: '오늘 끝낸 상담', nobodyWaits: '기다리는 고객이 없어요.',
    noneMine: '맡은 상담이 없어요. 상태가 상담 가능이면 새 상담이 여기에 와요.', unknown: '확인 안 된 고객', unreadCount: '새 메시지 {count}개',
    choose: '상담을 골라 주세요', chooseLead: 'j와 k로 고르고 Enter로 열어요. 모든 단축키는 ?를 누르세요.',
    reply: '답장', replyHint: 'Ctrl+Enter로 보내기', send: '보내기', stale: '고객이 방금 말했어요. 읽고 다시 보내 주세요. 쓴 글은 그대로 있어요.',
    failed: '지금은 할 수 없었어요. 다시 해 주세요.', notYours: '더는 내 상담이 아니에요.', doesNotFit: '지금 하던 일에 맞지 않는 값이에요. 바뀐 것은 없어요.',
    delegatedNow: '봇이 물어보는 중: {what}. 답을 받으면 돌아와요.', 
    brief: '요약', suggested: '이렇게 해 보세요', facts: '확인된 내용', missing: '아직 모르는 것', nothingKnown: '아직 알게 된 것이 없어요.', change: '고치기', save: '저장', cancel: '취소',
    newValue: '새 값', letBot: '봇에게 맡기기', confirmed: '고객이 확인함', verdict: '규정 판단', orders: '주문', cases: '열린 접수', answerBy: '{time}까지 답변 약속',
    said: '고객 말', system: '기록', inferred: '추정', agent: '상담원', giveBack: '봇에게 돌려주기',
    end: '상담 끝내기', customerHears: '고객에게 이렇게 말해요.', receipts: '이 대화의 접수', placed: '{day} 주문', hours: '{hours}시간 {count}분', waitedFor: '대기', next: '봇이 묻던 것',
    allowed: '가능', refused: '거절', person: '사람이 판단', keys: '단축키', close: '닫기', keyNext: '다음, 이전 상담', keyOpen: '열기', keyAccept: '새 상담 받기',
    keyReply: '답장 쓰기', keyBot: '봇에게 돌려주기', keyEnd: '상담 끝내기', keySend: '보내기', keyHelp: '이 목록',
    bot: '봇', customer: '고객', 'event.accepted': '{agent} 님이 상담을 맡음', 'event.corrected': '{agent} 님이 고침: {detail}', 'event.delegated': '{agent} 님이 봇에게 맡김: {detail}',
    'event.returned': '{agent} 님이 봇에게 돌려줌', 'event.ended': '{agent} 님이 상담을 끝냄', 'event.left': '{agent} 님의 연결이 끊김', 'event.untaken': '{agent} 님이 전화를 받지 않음', 'event.deskFailed': '맡은 상담 데스크가 받지 못했어요', 'event.undeliverable': '고객에게 전달되지 않음 (고객의 채널이 받지 않아요): {detail}', 'event.receipt': '접수됨: {detail}',
    'event.silence': '고객이 말이 없음', 'event.unreadable': '열 수 없는 파일: {detail}',
    'trigger.asked': '상담원 요청', 'trigger.failures': '봇이 못 알아들음', 'trigger.policy': '규정상 사람 판단', 'trigger.backend': '접수 결과 불명', 'trigger.anger': '화난 고객',
    'trigger.identity': '본인 확인 실패', 'trigger.beyond': '봇이 못 하는 일', 'trigger.safety': '부상·위험', 'trigger.leak': '개인정보 유출', 'trigger.legal': '신고·소송 언급', 'trigger.vulnerable': '많이 힘들어함', 'trigger.vip': 'VIP, 알아듣지 못함',
    'mood.calm': '차분함', 'mood.glad': '좋음', 'mood.distressed': '힘들어함', 'mood.angry': '화남', 'mood.abusive': '욕설',
    'skill.returns': '반품·환불', 'skill.complaints': '불만', 'skill.orders': '주문·배송', 'skill.general': '일반', 'language.ko': '한국어', 'language.en': '영어', nowSpeaks: '지금은 {language}로 이야기해요',
    'channel.directline': '웹 채팅', 'channel.sms': '문자', 'channel.other': '다른 채널', minutes: '{count}분', seconds: '{count}초', secondsLeft: '{count}초 남음',
    wrapUp: '상담 결과', 'ended.resolved': '해결', 'ended.follow-up': '후속 처리 필요', 'ended.not-resolved': '미해결', 'ended.misuse': '악용·욕설', sound: '새 상담 소리', note: '메모',
    noteHint: '상담원만 보는 메모예요. 고객에게는 보이지 않아요.', keepNote: '메모 남기기', canned: '준비된 답장', photo: '고객 사진 {number}', transfer: '다른 상담원에게', toSkill: '필요한 업무',
    transferNote: '다음 상담원에게 남길 말', wouldRefund: '환불 금액', isApproved: '예외로 승인됨', approve: '예외로 승인하기', askedSupervisor: '내 한도를 넘어서 관리자에게 물었어요.', verified: '본인 확인됨',
    phone: '전화', email: '이메일', address: '주소', reveal: '연락처 보기 (기록이 남아요)', approvals: '승인 요청', grant: '승인', refuse: '거절하기', watch: '지켜보기', wasGranted: '요청하신 예외가 승인됐어요.',
    wasRefused: '요청하신 예외가 거절됐어요.', gotIt: '확인', wall: '현황판', 'alarm.slow': '{lane}: 너무 오래 기다린 고객이 있어요.', 'alarm.unattended': '{lane}: 받을 수 있는 상담원이 없어요.',
    serviceLevel: '{seconds}초 안에 연결', answered: '12시간 동안 연결', medianWait: '대기 시간(중앙값)', longestWait: '가장 긴 대기', broadcast: '모두에게 알리기', conversations: '진행 중인 상담',
    skill: '업무', mood: '기분', since: '지난 시간', agentColumn: '상담원', standing: '상태', agents: '상담원 현황', load: '맡은 상담', skills: '업무와 언어', notConnected: '접속 안 함', chatsAtMost: '동시에 맡는 채팅',
    watching: '{agent} 님의 상담을 보고 있어요', takeOver: '내가 맡기', forceEnd: '강제로 끝내기', reallyEnd: '정말 끝내기', keyNote: '메모 쓰기', suggestion: '봇이라면 이렇게 답해요', useSuggestion: '답장에 넣기', keySuggestion: '봇의 제안을 답장에 넣기', companySignIn: '회사 계정으로 로그인', keyCanned: '준비된 답장 찾기', keyTransfer: '다른 상담원에게',
    keyWall: '현황판', 'event.transferred': '{agent} 님이 다른 상담원에게 넘김: {detail}', 'event.tookOver': '{agent} 님이 상담을 넘겨받음', 'event.approved': '{agent} 님이 예외로 승인함: {detail}',
  },
  en: {
    ...wallTexts.en,
    ...telephoneTexts.en,
    ...followUpTexts.en,
    ...peopleTexts.en,
    ...auditTexts.en,
    letBotStart: 'Let the bot do it', 'start.return': 'Start a return', 'start.refund': 'Start a refund', 'start.return.undo': 'Undo a return', 'start.complaint': 'Register a complaint', 'event.started': '{agent} let the bot begin: {detail}',
    protect: 'Abuse', protectLead: 'The bot speaks for you. Insults are warned of twice; threats and harassment end the conversation at once. It is kept as evidence.', warnFirst: 'First warning', warnLast: 'Last warning', stopNow: 'End it for abuse',
    warned: 'warned {count}×', keyProtect: 'warn or end for abuse', 'cool-down': 'Resting after abuse', 'abuse.insult': 'insult', 'abuse.threat': 'threat', 'abuse.harassment': 'sexual harassment', 'rung.first': 'first', 'rung.last': 'last',
    'event.warned': '{agent} had the customer warned: {detail}', 'event.stopped': '{agent} had it ended: {detail}', evidence: 'Protection of agents', showEvidence: 'Show the record (this is recorded)',
    contacts: 'Conversations', history: 'Customer', openHistory: 'The whole history', keyHistory: "the customer's history", noCustomer: 'There is no customer {id} that you may see.', customerId: "Customer's id", find: 'Find', guest: 'no account',
    more: 'More', noneYet: 'None yet.', 'cases.all': 'Cases', promises: 'Promises', satisfaction: 'Satisfaction', score: '{score} of 5', madeOn: 'made {time}', dueBy: 'due by {time}', keptOn: 'kept {time}', notKept: 'not kept yet', openNow: 'still open',
    'case.complaint': 'complaint', 'case.callback': 'call back', 'promise.answer': 'Answer', 'promise.callback': 'Call back', 'outcome.bot': 'settled by the bot', 'outcome.waiting': 'waiting', 'outcome.accepted': 'with an agent',
    'outcome.returned': 'returned to the bot', 'outcome.ended': 'ended', 'outcome.left': 'customer left', 'ended.none': 'no outcome chosen', 'channel.voice': 'telephone',
    lunch: 'Lunch', training: 'Training', 'after-call': 'After a call', isWriting: 'Writing: {who}', alsoLooking: 'Also looking: {who}', unveil: 'Show (this is recorded)', veil: 'Veil again',
    title: "Agents' desk", signIn: 'Sign in', login: 'Sign-in name', password: 'Password', name: 'The name that customers see', signOut: 'Sign out',
    wrong: 'Name or password is wrong.', locked: 'Too many wrong passwords. Try again in 15 minutes.', unreachable: 'The server cannot be reached. Try again in a moment.',
    firstTitle: 'Make the first administrator', firstLead: 'The first account of this desk. The password needs at least 8 characters.', create: 'Create', linkOver: 'This link was used already, or is over.',
    inbox: 'Inbox', conversation: 'Conversation', context: 'Customer', presence: 'My status', available: 'Available', break: 'Break', meeting: 'Meeting', away: 'Away',
    missed: 'Paused after a missed offer', offline: 'The connection was lost. Connecting again.',
    offer: 'Offer', accept: 'Accept', decline: 'Pass on', mine: 'Mine', waiting: 'Waiting', done: 'Done today', nobodyWaits: 'No one is waiting.',
    noneMine: 'No conversations yet. While you are available, offers come here.', unknown: 'Unverified customer', unreadCount: '{count} new',
    choose: 'Choose a conversation', chooseLead: 'j and k choose, Enter opens. Press ? for all keys.',
    reply: 'Reply', replyHint: 'Ctrl+Enter sends', send: 'Send', stale: 'The customer has just written. Read it and send again; your draft is kept.',
    failed: 'That could not be done now. Please try again.', notYours: 'This conversation is not yours any more.', doesNotFit: 'That does not fit what is under way. Nothing was changed.',
    delegatedNow: 'The bot is asking: {what}. It comes back with the answer.', 
    brief: 'Brief', suggested: 'You could', facts: 'Facts', missing: 'Not known yet', nothingKnown: 'Nothing is known yet.', change: 'Change', save: 'Save', cancel: 'Cancel',
    newValue: 'New value', letBot: 'Let the bot ask', confirmed: 'confirmed', verdict: 'What the rules say', orders: 'Orders', cases: 'Open cases', answerBy: 'answer promised by {time}',
    said: 'said', system: 'record', inferred: 'inferred', agent: 'agent', giveBack: 'Return to the bot',
    end: 'End', customerHears: 'The customer hears:', receipts: 'Receipts of this conversation', placed: 'ordered on {day}', hours: '{hours} h {count} min', waitedFor: 'waiting for', next: 'the bot was asking this',
    allowed: 'allowed', refused: 'refused', person: 'a person decides', keys: 'Keys', close: 'Close', keyNext: 'next, previous', keyOpen: 'open', keyAccept: 'accept the offer',
    keyReply: 'write a reply', keyBot: 'return to the bot', keyEnd: 'end', keySend: 'send', keyHelp: 'this list',
    bot: 'Bot', customer: 'Customer', 'event.accepted': '{agent} took over', 'event.corrected': '{agent} changed {detail}', 'event.delegated': '{agent} let the bot ask for {detail}',
    'event.returned': '{agent} returned it to the bot', 'event.ended': '{agent} ended it', 'event.left': '{agent} was cut off', 'event.untaken': '{agent} did not take up the telephone', 'event.deskFailed': 'The desk that was asked could not take it', 'event.undeliverable': 'Did not reach the customer, whose channel takes nothing: {detail}', 'event.receipt': 'Receipt {detail}',
    'event.silence': 'The customer says nothing', 'event.unreadable': 'A file that cannot be opened: {detail}',
    'trigger.asked': 'asked for a person', 'trigger.failures': 'bot did not understand', 'trigger.policy': 'rules need a person', 'trigger.backend': 'outcome unknown', 'trigger.anger': 'angry',
    'trigger.identity': 'identity not proven', 'trigger.beyond': 'beyond the bot', 'trigger.safety': 'injury or danger', 'trigger.leak': 'leaked data', 'trigger.legal': 'means to go to law', 'trigger.vulnerable': 'In distress', 'trigger.vip': 'VIP, not understood',
    'mood.calm': 'calm', 'mood.glad': 'glad', 'mood.distressed': 'distressed', 'mood.angry': 'angry', 'mood.abusive': 'abusive',
    'skill.returns': 'Returns and refunds', 'skill.complaints': 'Complaints', 'skill.orders': 'Orders', 'skill.general': 'General', 'language.ko': 'Korean', 'language.en': 'English', nowSpeaks: 'Now in {language}',
    'channel.directline': 'web chat', 'channel.sms': 'text messages', 'channel.other': 'another channel', minutes: '{count} min', seconds: '{count} s', secondsLeft: '{count} s left',
    wrapUp: 'How did it end?', 'ended.resolved': 'Resolved', 'ended.follow-up': 'Follow-up needed', 'ended.not-resolved': 'Not resolved', 'ended.misuse': 'Misuse',
    sound: 'Sound for offers', note: 'Note', noteHint: 'Only people at the desk read this; the customer never does.', keepNote: 'Keep note', canned: 'Ready replies',
    photo: 'Photo {number} from the customer', transfer: 'Pass to a colleague', toSkill: 'What is needed', transferNote: 'A note for the next agent',
    wouldRefund: 'Refund', isApproved: 'Approved as an exception', approve: 'Approve as an exception', askedSupervisor: 'Above your limit: a supervisor was asked.',
    verified: 'verified', phone: 'Phone', email: 'E-mail', address: 'Address', reveal: 'Show contact (this is recorded)', approvals: 'Exceptions asked for',
    grant: 'Approve', refuse: 'Refuse', watch: 'Listen in', wasGranted: 'Your exception was approved.', wasRefused: 'Your exception was refused.', gotIt: 'Got it',
    wall: 'Wall', 'alarm.slow': '{lane}: somebody has waited too long.', 'alarm.unattended': '{lane}: nobody available can take them.',
    serviceLevel: 'Answered within {seconds} s', answered: 'Answered in 12 h', medianWait: 'Median wait', longestWait: 'Longest wait', broadcast: 'Tell everybody',
    conversations: 'Conversations', skill: 'Skill', mood: 'Mood', since: 'Since', agentColumn: 'Agent', standing: 'State', agents: 'Agents', load: 'Load', skills: 'Skills',
    notConnected: 'Not connected', chatsAtMost: 'Chats at once', watching: 'Listening in on {agent}', takeOver: 'Take over', forceEnd: 'Force end',
    reallyEnd: 'Really end it', keyNote: 'write a note', suggestion: 'The bot would answer', useSuggestion: 'Use it', keySuggestion: 'use what the bot suggests', companySignIn: 'Sign in with your company account', keyCanned: 'find a ready reply', keyTransfer: 'pass to a colleague', keyWall: 'the wall',
    'event.transferred': '{agent} passed it on: {detail}', 'event.tookOver': '{agent} took it over', 'event.approved': '{agent} approved an exception: {detail}',
  },
};

export type Say = (key: keyof (typeof texts)['ko'], values?: Readonly<Record<string, string | number>>) => string;

/** Words of one language with their values. Values are text and stay text. */
export const speaker = (language: keyof typeof texts): Say => (key, values = {}) =>
  texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
