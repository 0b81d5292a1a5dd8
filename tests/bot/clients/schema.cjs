// Holds documents against a JSON schema: node schema.cjs check SCHEMA-FILE DOCUMENT...
// Answers {"errors": [[paths that are wrong], ...]}, one list for each document.
const { readFileSync } = require('node:fs');
const Ajv = require('ajv/dist/2020').default;
const formats = require('ajv-formats').default;

const [, , , file, ...documents] = process.argv;
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
formats(ajv);
const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
const errors = documents.map(document => (check(JSON.parse(document)) ? [] : check.errors.map(error => error.instancePath)));
console.log(JSON.stringify({ errors }));
