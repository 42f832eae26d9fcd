// Drives a portal with the vendor's SDK and prints what came of it as one line of JSON.
import { B24Hook } from '@bitrix24/b24jssdk'

const b24 = B24Hook.fromWebhookUrl(process.env.WEBHOOK.replace(/\/$/, ''))
const control = (path, body) => fetch(`${process.env.PORTAL}/simulator/${path}`, { method: 'POST', body: JSON.stringify(body) })

const call = async (method, params = {}) => (await b24.actions.v2.call.make({ method, params })).getData().result

const result = {}
result.profile = (await call('profile')).NAME
result.line = (await call('imopenlines.config.get', { CONFIG_ID: 1 })).LINE_NAME

const batch = await b24.actions.v2.batch.make({ calls: { me: ['profile', {}], version: ['imopenlines.revision.get', {}] } })
const data = batch.getData()
result.batch = [data.me.NAME ?? data.me.getData().result.NAME, data.version.rest ?? data.version.getData().result.rest]

for (let i = 0; i < 3; i++) {
  const calls = Array.from({ length: 40 }, (_, n) => ['crm.lead.add', { fields: { TITLE: `Lead ${i * 40 + n}` } }])
  await b24.actions.v2.batch.make({ calls })
}
result.leads = 0
for await (const chunk of b24.actions.v2.fetchList.make({ method: 'crm.lead.list', params: { select: ['ID'] }, idKey: 'ID' })) {
  result.leads += chunk.length
}

try {
  const answer = await b24.actions.v2.call.make({ method: 'imopenlines.config.get', params: {} })
  result.error = answer.isSuccess ? 'none' : [...answer.getErrors()][0].code ?? answer.getErrorMessages().join()
} catch (error) {
  result.error = error.code
}

// a refusal by the rate limit, which the SDK waits out by itself
await control('faults', { error: 'QUERY_LIMIT_EXCEEDED', method: 'profile', count: 1 })
result.afterLimit = (await call('profile')).NAME === 'Maria'

console.log('RESULT ' + JSON.stringify(result))
process.exit(0)
