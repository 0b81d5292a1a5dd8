// Drives a Direct Line server with the official client. Usage: node directline.cjs SCENARIO BASE-URL TOKEN...
// Prints one line of JSON: what the client saw. A scenario that never ends is ended by whoever started it.
const WebSocket = require('ws');

const sockets = [];
globalThis.WebSocket = class extends WebSocket {
  constructor(...args) { super(...args); sockets.push(this); }
};
globalThis.XMLHttpRequest = require('xhr2');
// The client refreshes its token every 15 minutes: nobody waits that long for a test.
const every = globalThis.setInterval;
globalThis.setInterval = (what, delay, ...args) => every(what, delay >= 900_000 ? 300 : delay, ...args);
const { DirectLine } = require('botframework-directlinejs');

const [scenario, base, ...tokens] = process.argv.slice(2);
const sleep = ms => new Promise(done => setTimeout(done, ms));

function open(token, options = {}) {
  const statuses = [], activities = [];
  const line = new DirectLine({ token, domain: `${base}/v3/directline`, pollingInterval: 200, ...options });
  line.connectionStatus$.subscribe(status => statuses.push(status));
  line.activity$.subscribe(activity => activities.push(activity), () => { /* the connection's status says it */ });
  return {
    line, statuses, activities,
    texts: () => activities.filter(a => a.type === 'message').map(a => a.text),
    say: text => new Promise((done, fail) => line.postActivity({ type: 'message', from: { id: 'dl_u1' }, text }).subscribe(done, fail)),
    until: async test => { while (!test()) await sleep(20); },
    seen: async function (count) { await this.until(() => this.texts().length >= count); return this.texts(); },
  };
}

const say = (token, id, text) => fetch(`${base}/v3/directline/conversations/${id}/activities`, {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', text }),
});

const scenarios = {
  async talk(webSocket) {
    const chat = open(tokens[0], { webSocket });
    const ids = [await chat.say('하나'), await chat.say('둘')];
    const texts = await chat.seen(5);
    await sleep(500); // for what would come twice
    chat.line.end();
    return { texts: chat.texts(), echoed: ids.every(id => chat.activities.some(a => a.id === id)), statuses: chat.statuses, seen: texts.length };
  },
  polling() { return this.talk(false); },
  websocket() { return this.talk(true); },

  async drop() {
    const chat = open(tokens[0]);
    await chat.say('before');
    await chat.seen(3);
    sockets.at(-1).terminate();
    await say(tokens[0], chat.line.conversationId, 'meanwhile');
    await chat.seen(5);
    await chat.say('after');
    await chat.seen(7);
    await sleep(500);
    return { texts: chat.texts(), distinct: new Set(chat.activities.map(a => a.id)).size, sockets: sockets.length };
  },

  async refresh() {
    const chat = open(tokens[0]);
    await chat.seen(1);
    await chat.until(() => chat.line.token !== tokens[0]);
    const first = chat.line.token;
    await chat.until(() => chat.line.token !== first);
    await chat.say('with a fresh token');
    return { texts: await chat.seen(3) };
  },

  async many() {
    const chats = tokens.map(token => open(token));
    await Promise.all(chats.map((chat, i) => chat.seen(1).then(() => chat.say(`I am ${i}`))));
    return { all: await Promise.all(chats.map(chat => chat.seen(3))) };
  },

  // Two turns each with the whole bot; one of the sockets drops in between. What counts is the places in the log: each once, without a gap.
  async whole() {
    const answered = (chat, id) => chat.until(() => chat.activities.some(a => a.replyToId === id));
    const talk = async (token, at) => {
      const chat = open(token);
      await answered(chat, await chat.say('배송 조회해 주세요'));
      if (at === 0) {
        await sleep(300);
        sockets.find(socket => socket.url.includes(chat.line.conversationId)).terminate();
      }
      await answered(chat, await chat.say('상담원 연결해 주세요'));
      await sleep(500);
      return { places: chat.activities.filter(a => a.type === 'message').map(a => Number(a.id.split('|')[1])), last: chat.texts().at(-1) };
    };
    return { all: await Promise.all(tokens.map(talk)) };
  },

  async refused() {
    const chat = open(tokens[0]);
    await chat.until(() => chat.statuses.includes(4));
    return { statuses: chat.statuses };
  },

  async expired() {
    const chat = open(tokens[0], { webSocket: false, pollingInterval: 100_000 });
    await chat.seen(1);
    process.stdout.write('ready\n'); // the clock is set forward now
    await new Promise(done => process.stdin.once('data', done));
    const result = await chat.say('too late');
    return { result, expired: chat.statuses.includes(3) };
  },

  async failed(webSocket) {
    const chat = open(tokens[0], { webSocket });
    await chat.seen(1);
    const first = await chat.say('fail once');
    if (webSocket) await chat.seen(2); // the apology
    const again = await chat.say('fail once');
    await chat.until(() => chat.activities.some(a => a.replyToId === again));
    return { first, texts: chat.texts() };
  },
  failedPolling() { return this.failed(false); },
  failedWebsocket() { return this.failed(true); },

  async oversize() {
    const chat = open(tokens[0]);
    await chat.seen(1);
    const refused = await chat.say('x'.repeat(300_000)).then(() => 0, error => error.status);
    await chat.say('small');
    return { refused, texts: (await chat.seen(3)).map(text => text.slice(0, 20)) };
  },
};

scenarios[scenario]().then(
  seen => { process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0)); },
  error => { console.error(error); process.exit(1); });
