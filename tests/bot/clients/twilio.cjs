// The company's own library as the other side. Usage: node twilio.cjs SCENARIO - ARGUMENT
// Prints one line of JSON.
const fs = require('node:fs');
const path = require('node:path');
const twilio = require('twilio');
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');

const [scenario, , argument] = process.argv.slice(2);
const types = fs.readFileSync(path.join(path.dirname(require.resolve('twilio/package.json')), 'lib', 'twiml', 'VoiceResponse.d.ts'), 'utf8');

// Attributes that the library's own types name for a verb, marks of speech with their prefix.
function attributesOf(verb) {
  const names = new Set();
  for (const [, body] of types.matchAll(new RegExp(`interface (?:Ssml)?${verb}Attributes \\{([\\s\\S]*?)\\n    \\}`, 'g')))
    for (const [, name] of body.matchAll(/^ +(?:'|")?([\w:-]+)(?:'|")?\??:/gm)) names.add(name);
  return names;
}

// Builds a document again with the library's builder; throws where an element may not stand where it stands.
function build(parent, element, complaints) {
  const known = attributesOf(element.name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase()));
  for (const name of Object.keys(element.attributes)) if (!known.has(name)) complaints.push(`<${element.name}> has no attribute ${name}`);
  const words = element.children.filter(child => typeof child === 'string').join('');
  const name = element.name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()).replace(/^\w/, letter => letter.toLowerCase());
  const method = parent[name] ?? parent[`ssml${name[0].toUpperCase()}${name.slice(1)}`] ?? parent[`${name}_`];
  if (typeof method !== 'function') {
    complaints.push(`<${element.name}> may not stand there`);
    return;
  }
  const marked = element.children.some(child => typeof child !== 'string');
  const made = words && !marked ? method.call(parent, element.attributes, words) : words || name === 'say' ? method.call(parent, element.attributes, '') : method.call(parent, element.attributes);
  if (marked) for (const child of element.children) typeof child === 'string' ? made.addText(child) : build(made, child, complaints);
}

function rebuild(document) {
  const complaints = [];
  const response = new twilio.twiml.VoiceResponse();
  for (const verb of document.children) build(response, verb, complaints);
  return { complaints, xml: response.toString() };
}

function token({ jwt, account, key, secret, identity, application, ttl }) {
  const { AccessToken } = twilio.jwt;
  const verify = text => require('jsonwebtoken').verify(text, secret, { algorithms: ['HS256'], complete: true, ignoreExpiration: true });
  const official = new AccessToken(account, key, secret, { identity, ttl });
  official.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: application }));
  return { ours: verify(jwt), official: verify(official.toJwt()) };
}

const given = JSON.parse(argument);
const scenarios = {
  sign: ({ token: authToken, requests }) => requests.map(request => getExpectedTwilioSignature(authToken, request.url, request.params)),
  validate: ({ token: authToken, signature, url, params }) => twilio.validateRequest(authToken, signature, url, params),
  rebuild: ({ documents }) => documents.map(rebuild),
  token,
};
console.log(JSON.stringify(scenarios[scenario](given)));
