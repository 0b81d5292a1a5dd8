import type { Texts } from '../language/language';

/** What the chat page itself says; what the bot says comes from its sentence books. */
export const texts: Texts<
  | 'title' | 'machine' | 'conversation'
  | 'person' | 'personHint' | 'restart'
  | 'restartTitle' | 'restartBody' | 'restartYes' | 'restartNo'
  | 'opening' | 'connecting' | 'online' | 'reconnecting' | 'renewing' | 'failed' | 'elsewhere' | 'ended'
  | 'tryAgain' | 'continueHere' | 'startAgain'
  | 'continueCall' | 'continueCallBody' | 'code' | 'goOn' | 'cancel' | 'passUnknown' | 'passTooMany' | 'passFailed'
> = {
  ko: {
    title: '상담',
    machine: '자동 상담 챗봇',
    conversation: '대화',
    person: '상담원 연결',
    personHint: '지금까지의 대화를 상담원에게 그대로 전달해요',
    restart: '새 대화',
    restartTitle: '새 대화를 시작할까요?',
    restartBody: '지금 대화는 이 화면에서 사라져요. 이미 접수된 반품이나 환불은 그대로 진행돼요.',
    restartYes: '새로 시작',
    restartNo: '계속 대화하기',
    opening: '대화를 여는 중이에요',
    connecting: '연결하는 중이에요',
    online: '연결되어 있어요',
    reconnecting: '연결이 끊겨 다시 연결하고 있어요. 대화는 그대로 남아 있어요.',
    renewing: '잠시 쉬었던 대화를 다시 이어 가고 있어요',
    failed: '지금은 연결할 수 없어요. 곧 다시 시도할게요.',
    elsewhere: '다른 창에서 이 대화를 이어 가고 있어요',
    ended: '이 대화는 끝났어요',
    tryAgain: '지금 다시 시도',
    continueHere: '여기서 계속하기',
    startAgain: '새 대화 시작',
    continueCall: '전화에서 이어 하기',
    continueCallBody: '전화로 안내받은 코드를 넣으면, 통화하던 내용을 여기서 그대로 이어서 할 수 있어요.',
    code: '코드 8자리',
    goOn: '이어서 하기',
    cancel: '취소',
    passUnknown: '코드가 맞지 않거나, 이미 사용했거나, 10분이 지났어요. 전화에서 새로 받아 주세요.',
    passTooMany: '여러 번 틀렸어요. 1분 뒤에 다시 해 주세요.',
    passFailed: '지금은 이어 드릴 수 없어요. 잠시 뒤에 다시 해 주세요.',
  },
  en: {
    title: 'Chat',
    machine: 'Automated assistant',
    conversation: 'Conversation',
    person: 'Talk to a person',
    personHint: 'Everything said so far is passed on to the agent',
    restart: 'New chat',
    restartTitle: 'Start a new conversation?',
    restartBody: 'This conversation leaves the screen. Returns and refunds that are already booked go on.',
    restartYes: 'Start anew',
    restartNo: 'Stay here',
    opening: 'Opening the conversation',
    connecting: 'Connecting',
    online: 'Connected',
    reconnecting: 'The connection broke; reconnecting. Nothing said is lost.',
    renewing: 'Picking the conversation up again',
    failed: "I can't connect right now. I'll try again shortly.",
    elsewhere: 'This conversation goes on in another window',
    ended: 'This conversation has ended',
    tryAgain: 'Try now',
    continueHere: 'Continue here',
    startAgain: 'Start a new chat',
    continueCall: 'Continue a call',
    continueCallBody: 'Enter the code that you heard on the phone, and go on here with everything said so far.',
    code: 'Code, 8 digits',
    goOn: 'Go on here',
    cancel: 'Cancel',
    passUnknown: 'That code is wrong, was used already, or is older than ten minutes. Ask for a new one on the phone.',
    passTooMany: 'Too many tries. Wait a minute, then try again.',
    passFailed: "I can't bring it here right now. Please try again shortly.",
  },
};
