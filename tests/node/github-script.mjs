// Runs a script as actions/github-script does, on a host that is only lists.
// Takes {script, environment, payload, pulls, comments}, answers {comments, said, failed}.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const given = JSON.parse(readFileSync(0, 'utf8'))
const { pulls, comments } = given
const answer = { comments, said: [], failed: [] }
Object.assign(process.env, given.environment)

const github = {
  paginate: async (list, wanted) => (await list(wanted)).data,
  rest: {
    pulls: {
      list: async ({ head }) => ({ data: pulls.filter((one) => one.label === head) }),
    },
    issues: {
      listComments: async ({ issue_number: number }) => ({
        data: comments.filter((one) => one.issue_number === number),
      }),
      createComment: async ({ issue_number: number, body }) => {
        const user = { login: 'github-actions[bot]' }
        comments.push({ id: comments.length + 1, issue_number: number, user, body })
      },
      updateComment: async ({ comment_id: id, body }) => {
        comments.find((one) => one.id === id).body = body
      },
    },
  },
}
const context = { payload: given.payload, repo: { owner: 'acme', repo: 'content' } }
const core = {
  info: (text) => answer.said.push(text),
  setFailed: (text) => answer.failed.push(text),
}
const AsyncFunction = (async () => {}).constructor
const run = new AsyncFunction('github', 'context', 'core', 'require', given.script)
await run(github, context, core, createRequire(import.meta.url))
process.stdout.write(JSON.stringify(answer))
