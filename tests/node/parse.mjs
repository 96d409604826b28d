// Parses messages with FormatJS. In: [text]. Out: [{error, start, end}] or [{tree}], without places.
import { readFileSync } from 'node:fs'
import { _Parser } from '@formatjs/icu-messageformat-parser'

const PLACES = new Set(['location', 'parsedOptions'])

function outcome(text) {
  const { val, err } = new _Parser(text, { requiresOtherClause: true }).parse()
  if (err) return { error: err.kind, start: err.location.start.offset, end: err.location.end.offset }
  return { tree: JSON.parse(JSON.stringify(val, (key, value) => (PLACES.has(key) ? undefined : value))) }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(outcome)))
