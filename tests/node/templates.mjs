// Renders templates. In: [[template, values, locale, output]]. Out: for each its text, or {error}.
import { readFileSync } from 'node:fs'
import nunjucks from 'nunjucks'
import { render } from '../../compiler/templating/runtime.mjs'

function rendered([template, values, locale, output]) {
  try {
    return render(nunjucks, template, values, locale, output)
  } catch (error) {
    return { error: error.message }
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(rendered)))
