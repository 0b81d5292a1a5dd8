import type { Texts } from '../language/language';

/** What the chat page itself says; what the bot says comes from its sentence books. */
export const texts: Texts<
  | 'title' | 'machine' | 'conversation'
  | 'person' | 'personHint' | 'restart'
  | 'restartTitle' | 'restartBody' | 'restartYes' | 'restartNo'
  | 'opening' | 'connecting' | 'online' | 'reconnecting' | 'renewing' | 'failed' | 'elsewhere' | 'ended'
  | 'tryAgain' | 'continueHere' | 'startAgain'
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
  },
};
