import { expect, it } from 'vitest';
import { titleOf } from './texts';

it.each(['return', 'Return', 'ReturnDialog', 'returns'])('knows the dialog %s', name => {
  expect(titleOf(name, 'ko')).toBe('반품');
});

it.each(['order-status', 'OrderStatus', 'order_status'])('knows the dialog %s', name => {
  expect(titleOf(name, 'en')).toBe('Order and delivery status');
});

it('calls a dialog that has no title by its own name', () => {
  expect(titleOf('Warranty', 'ko')).toBe('Warranty');
});
