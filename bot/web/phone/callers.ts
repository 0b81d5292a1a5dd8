/** Telephones to call from: customers of the demo shop (docs/demo-shop.md), somebody unknown, and somebody who shows no number. */
export const callers = [
  { name: '김하늘', number: '+821000001234' },
  { name: '이도윤', number: '+821000002345' },
  { name: '박서연', number: '+821000003456' },
  { name: '최민준', number: '+821000004567' },
  { name: 'Emily Carter', number: '+821000006789' },
] as const;

export const withheld = 'anonymous';
export const shopNumber = '+8215880000';

/** A number as the network writes it: +821012345678. National ones begin with 0 and are Korean. Undefined where it is none. */
export function asDialled(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '');
  const number = /^0[1-9]\d{7,10}$/.test(digits) ? `+82${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** A number as people read it: +821000001234 becomes 010-0000-1234. */
export function asRead(number: string): string {
  const korean = /^\+82(10)(\d{4})(\d{4})$/.exec(number);
  const seoul = /^\+82(2)(\d{3,4})(\d{4})$/.exec(number);
  const service = /^\+82(1[5-8]\d\d)(\d{4})$/.exec(number);
  if (seoul) return `0${seoul[1]}-${seoul[2]}-${seoul[3]}`;
  return korean ? `0${korean[1]}-${korean[2]}-${korean[3]}` : service ? `${service[1]}-${service[2]}` : number;
}
