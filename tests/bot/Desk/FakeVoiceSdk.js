// Stands for @twilio/voice-sdk where no company can be reached: the same names and events, and window.sdk for the test.
class Emitter {
  listeners = {};
  on(event, listener) {
    (this.listeners[event] ??= []).push(listener);
    return this;
  }
  emit(event, ...values) {
    for (const listener of this.listeners[event] ?? []) listener(...values);
  }
}

export class Call extends Emitter {
  accept() {
    window.sdk.done.push('accept');
    this.emit('accept', this);
  }
  sendDigits(digits) {
    window.sdk.done.push(digits);
  }
}

export class Device extends Emitter {
  constructor(token, options) {
    super();
    window.sdk = { tokens: [token], done: [], options, registered: false, destroyed: false, device: this, ring: () => this.emit('incoming', (window.sdk.call = new Call())) };
  }
  async register() {
    window.sdk.registered = true;
    this.emit('registered');
  }
  updateToken(token) {
    window.sdk.tokens.push(token);
  }
  destroy() {
    window.sdk.destroyed = true;
  }
}
