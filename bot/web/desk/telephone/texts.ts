import type { Texts } from '../../language/language';

export type TelephoneText =
  | 'channel.voice' | 'call' | 'call.waiting' | 'call.callback' | 'call.ringing' | 'call.connecting' | 'call.talking' | 'call.held' | 'callNumber' | 'callAttempts'
  | 'ring' | 'callNow' | 'hold' | 'resume' | 'mute' | 'unmute' | 'recordingOn' | 'recordingPaused' | 'pauseRecording' | 'pauseHint' | 'resumeRecording' | 'hangUp' | 'askColleague'
  | 'colleagueRings' | 'colleagueJoined' | 'conferenceAll' | 'handOver' | 'dismiss' | 'colleague' | 'noColleague' | 'isBusy' | 'consultFirst' | 'transferNow'
  | 'callChanged' | 'callFailed' | 'callOnlyNotes' | 'simulatedRings' | 'openPhone'
  | 'myTelephone' | 'noTelephone' | 'noTelephoneHint' | 'ownNumber' | 'inBrowser' | 'numberHint' | 'simulatedTelephone' | 'simulatedBrowser' | 'browserAnswer' | 'browserConnect' | 'browserBroken' | 'browserFellBack'
  | 'browserFault.microphone' | 'browserFault.noMicrophone' | 'browserFault.network' | 'browserFault.token' | 'browserFault.other'
  | 'recordings' | 'voicemail' | 'talkRecording' | 'recordingLost'
  | 'listenIn' | 'whisperIn' | 'bargeIn' | 'superviseHint'
  | 'announcement.reading' | 'announcement.read' | 'announcement.failed' | 'event.spoken' | 'event.not-spoken'
  | 'keyHold' | 'keyMute' | 'keyColleague' | 'keyRecording' | 'keyHangUp';

/** What the desk says about calls. */
export const telephoneTexts: Texts<TelephoneText> = {
  ko: {
    'channel.voice': '전화', call: '통화', 'call.waiting': '고객이 전화로 기다리고 있어요', 'call.callback': '전화를 요청한 고객이에요', 'call.ringing': '내 전화가 울려요. 받아서 1번을 누르세요',
    'call.connecting': '고객과 연결하고 있어요', 'call.talking': '통화 중', 'call.held': '보류 중', callNumber: '끝자리 {end}', callAttempts: '{most}번 중 {count}번 못 받으심',
    ring: '내 전화로 받기', callNow: '지금 전화하기', hold: '보류', resume: '보류 풀기', mute: '음소거', unmute: '음소거 풀기', recordingOn: '녹음 중', recordingPaused: '녹음 멈춤',
    pauseRecording: '녹음 멈추기', pauseHint: '카드번호처럼 남으면 안 되는 말을 들을 때 멈추세요. 고객에게도 알려 드리고, 2분 뒤에는 저절로 이어져요.', resumeRecording: '녹음 잇기', hangUp: '통화 끝내기', askColleague: '동료 부르기',
    colleagueRings: '{name} 님에게 거는 중', colleagueJoined: '{name} 님과 연결됨', conferenceAll: '셋이 통화', handOver: '넘겨주고 나가기', dismiss: '동료 내보내기', colleague: '동료',
    noColleague: '전화를 받을 수 있는 동료가 지금은 없어요.', isBusy: '바쁨', consultFirst: '먼저 물어보기', transferNow: '바로 넘기기',
    callChanged: '통화 상태가 방금 바뀌었어요. 아무것도 하지 않았어요.', callFailed: '전화 회사가 응답하지 않아요. 다시 해 주세요.', callOnlyNotes: '통화 중에는 메모만 쓸 수 있어요. 고객에게는 말로 해 주세요.',
    simulatedRings: '연습용이라 전화는 모의 전화 페이지에서 울려요.', openPhone: '모의 전화 열기',
    myTelephone: '내 전화', noTelephone: '없음', noTelephoneHint: '전화가 없으면 내가 쓴 글을 봇이 고객에게 읽어 줘요.', ownNumber: '내 번호', inBrowser: '이 브라우저', numberHint: '+82와 번호',
    simulatedTelephone: '실제 전화 회사가 연결되어 있지 않아요. 이 번호는 모의 전화 페이지에서 울려요.', simulatedBrowser: '전화 회사가 연결되어 있지 않아서, 이 브라우저 대신 전화 페이지에서 울려요.', browserAnswer: '전화 받기', browserConnect: '고객과 연결 (1번)',
    browserBroken: '브라우저 전화를 쓸 수 없어요. {why}', browserFellBack: '그래서 전화는 내 번호로 울려요: {number}',
    'browserFault.microphone': '마이크 사용이 막혀 있어요. 브라우저에서 마이크를 허용해 주세요.', 'browserFault.noMicrophone': '마이크를 찾지 못했어요.', 'browserFault.network': '전화 회사에 연결할 수 없어요. 연결되면 저절로 이어져요.',
    'browserFault.token': '전화 회사가 이 브라우저를 받아 주지 않아요. 관리자에게 알려 주세요.', 'browserFault.other': '전화 회사에서 오류를 알려 왔어요. 페이지를 다시 열어 보세요.',
    recordings: '녹음', voicemail: '고객이 남긴 음성 메시지', talkRecording: '통화 녹음', recordingLost: '녹음된 소리가 없어요',
    listenIn: '통화 듣기', whisperIn: '상담원에게만 말하기', bargeIn: '함께 말하기', superviseHint: '내 전화가 울려요. 받으면 통화에 들어가요.',
    'announcement.reading': '봇이 고객에게 경고를 읽어 주고 있어요', 'announcement.read': '고객이 경고를 들었어요', 'announcement.failed': '경고를 들려주지 못했어요. 직접 말해 주세요.',
    'event.spoken': '통화 중인 고객에게 경고를 들려줌: {detail}', 'event.not-spoken': '통화 중인 고객에게 경고를 들려주지 못함: {detail}',
    keyHold: '보류와 해제', keyMute: '음소거와 해제', keyColleague: '통화에 동료 부르기', keyRecording: '녹음 멈춤과 이어짐', keyHangUp: '통화 끝내기',
  },
  en: {
    'channel.voice': 'telephone', call: 'Call', 'call.waiting': 'The caller is waiting on the line', 'call.callback': 'The customer asked to be called', 'call.ringing': 'Your telephone rings. Answer and press 1',
    'call.connecting': 'Connecting you with the customer', 'call.talking': 'On the call', 'call.held': 'On hold', callNumber: 'ends in {end}', callAttempts: 'missed {count} of {most} calls',
    ring: 'Take it on my telephone', callNow: 'Call now', hold: 'Hold', resume: 'Resume', mute: 'Mute', unmute: 'Unmute', recordingOn: 'Recording', recordingPaused: 'Recording paused',
    pauseRecording: 'Pause recording', pauseHint: 'Pause while the customer tells a card number or the like. The customer hears it too, and after two minutes it goes on by itself.', resumeRecording: 'Go on recording', hangUp: 'End the call', askColleague: 'Call a colleague',
    colleagueRings: 'Calling {name}', colleagueJoined: '{name} is on the line', conferenceAll: 'All three talk', handOver: 'Hand over and leave', dismiss: 'Let the colleague go', colleague: 'Colleague',
    noColleague: 'No colleague can be called now.', isBusy: 'busy', consultFirst: 'Ask first', transferNow: 'Transfer at once',
    callChanged: 'The call has just changed. Nothing was done.', callFailed: 'The telephone company does not answer. Please try again.', callOnlyNotes: 'During a call only notes can be written. Speak to the customer.',
    simulatedRings: 'This is a demonstration: your telephone rings on the telephone page.', openPhone: 'Open the telephone page',
    myTelephone: 'My telephone', noTelephone: 'None', noTelephoneHint: 'Without one, the bot reads to callers what you write.', ownNumber: 'My number', inBrowser: 'This browser', numberHint: '+82 and the number',
    simulatedTelephone: 'No telephone company is connected. This number rings on the telephone page.', simulatedBrowser: 'No telephone company is connected, so the telephone page rings in place of this browser.', browserAnswer: 'Answer', browserConnect: 'Connect the customer (1)',
    browserBroken: 'Calls in the browser do not work. {why}', browserFellBack: 'So your own number rings: {number}',
    'browserFault.microphone': 'The microphone may not be used. Allow it in the browser.', 'browserFault.noMicrophone': 'No microphone was found.', 'browserFault.network': 'The telephone company cannot be reached. It goes on by itself once it can.',
    'browserFault.token': 'The telephone company does not accept this browser. Tell your administrator.', 'browserFault.other': 'The telephone company reports an error. Try opening the page again.',
    recordings: 'Recordings', voicemail: 'Voicemail from the customer', talkRecording: 'Recorded call', recordingLost: 'no sound was recorded',
    listenIn: 'Hear the call', whisperIn: 'Whisper to the agent', bargeIn: 'Speak to both', superviseHint: 'Your telephone rings; answer it to take part.',
    'announcement.reading': 'The bot is reading the warning to the caller', 'announcement.read': 'The caller has heard the warning', 'announcement.failed': 'The warning could not be played. Say it yourself.',
    'event.spoken': 'warning read out to the caller: {detail}', 'event.not-spoken': 'warning could not be read out to the caller: {detail}',
    keyHold: 'hold and resume', keyMute: 'mute and unmute', keyColleague: 'call a colleague into the call', keyRecording: 'pause and resume recording', keyHangUp: 'end the call',
  },
};
