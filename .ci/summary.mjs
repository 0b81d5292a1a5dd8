// Sums up what the test runs left in a folder: trx files of .NET, JSON of vitest, and each run's exit code and output.
// Prints every failed test with its message and every skipped one with its reason, and ends with the line of numbers.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const results = [];
for (const file of readdirSync(folder).filter(name => name.endsWith('.exit')).sort()) {
  const run = file.slice(0, -'.exit'.length);
  const found = [...fromTrx(run), ...fromVitest(run)];
  results.push(...found);
  const code = Number(readFileSync(path.join(folder, file), 'utf8'));
  if (code !== 0 && !found.some(result => result.outcome === 'failed')) {
    const tail = readFileSync(path.join(folder, `${run}.log`), 'utf8').trimEnd().split('\n').slice(-25).join('\n');
    results.push({ outcome: 'failed', name: run, message: `the run ended with exit code ${code} and names no failed test:\n${tail}` });
  }
}

const of = outcome => results.filter(result => result.outcome === outcome);
for (const { name, message } of of('failed')) console.log(`FAILED  ${name}\n${indent(message)}`);
for (const [reason, names] of group(of('skipped')))
  console.log(`SKIPPED ${reason}\n${names.map(result => `        ${result.name}`).join('\n')}`);
console.log(`${of('passed').length} passed, ${of('failed').length} failed, ${of('skipped').length} skipped`);
process.exitCode = of('failed').length > 0 || of('passed').length === 0 ? 1 : 0;

function fromTrx(run) {
  const file = path.join(folder, `${run}.trx`);
  if (!existsSync(file)) return [];
  const outcomes = { Passed: 'passed', NotExecuted: 'skipped' };
  return [...readFileSync(file, 'utf8').matchAll(/<UnitTestResult\s([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, attributes, body = '']) => ({
    name: text(/testName="([^"]*)"/.exec(attributes)?.[1] ?? '?'),
    outcome: outcomes[/outcome="([^"]*)"/.exec(attributes)?.[1]] ?? 'failed',
    message: text([/<Message>([\s\S]*?)<\/Message>/, /<StackTrace>([\s\S]*?)<\/StackTrace>/].map(part => part.exec(body)?.[1] ?? '').filter(part => part !== '').join('\n')),
  }));
}

function fromVitest(run) {
  const file = path.join(folder, `${run}.json`);
  if (!existsSync(file)) return [];
  const outcomes = { passed: 'passed', pending: 'skipped', skipped: 'skipped', todo: 'skipped' };
  return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(suite => suite.assertionResults.map(test => ({
    name: `${path.basename(suite.name)}: ${test.fullName}`,
    outcome: outcomes[test.status] ?? 'failed',
    message: test.failureMessages?.join('\n') || `marked so in ${path.basename(suite.name)}`,
  })));
}

function group(skipped) {
  const groups = new Map();
  for (const result of skipped) groups.set(result.message, [...(groups.get(result.message) ?? []), result]);
  return groups;
}

function text(xml) {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) =>
    hexadecimal ? String.fromCodePoint(Number.parseInt(hexadecimal, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole));
}

function indent(message) {
  return message.split('\n').map(line => `        ${line}`).join('\n');
}
