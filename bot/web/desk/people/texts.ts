import type { Texts } from '../../language/language';

export type PeopleText =
  | 'people' | 'addAgent' | 'role' | 'role.agent' | 'role.supervisor' | 'role.manager' | 'role.administrator' | 'account' | 'accountOpen' | 'accountClosed' | 'closeAccount' | 'openAccount' | 'endSessions' | 'passwordHint' | 'loginTaken' | 'levelsHint';

/** What the desk says about accounts. */
export const peopleTexts: Texts<PeopleText> = {
  ko: {
    people: '계정', addAgent: '계정 추가', role: '역할', 'role.agent': '상담원', 'role.supervisor': '슈퍼바이저', 'role.manager': '매니저', 'role.administrator': '관리자',
    account: '로그인', accountOpen: '로그인할 수 있음', accountClosed: '닫힘', closeAccount: '계정 닫기', openAccount: '다시 열기', endSessions: '모든 곳에서 로그아웃',
    passwordHint: '8자 이상이에요. 본인에게 직접 전해 주세요.', loginTaken: '이미 쓰고 있는 아이디예요. 바뀐 것은 없어요.', levelsHint: '업무마다 0(맡지 않음)부터 5(가장 잘함)까지 정해 주세요.',
  },
  en: {
    people: 'Accounts', addAgent: 'Add an account', role: 'Role', 'role.agent': 'Agent', 'role.supervisor': 'Supervisor', 'role.manager': 'Manager', 'role.administrator': 'Administrator',
    account: 'Sign-in', accountOpen: 'may sign in', accountClosed: 'closed', closeAccount: 'Close the account', openAccount: 'Open it again', endSessions: 'Sign out everywhere',
    passwordHint: '8 characters or more. Give it to them in person.', loginTaken: 'Somebody has that sign-in name. Nothing was changed.', levelsHint: 'For each kind of matter a level, from 0 (none of it) to 5 (knows it best).',
  },
};
