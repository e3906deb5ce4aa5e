// Runs the generated JavaScript client against a service: search, PUT, GET, quotation, correction, DELETE.
import assert from 'node:assert/strict';
import * as api from 'onrecord-client';

const id = `clients/javascript ${Date.now()}`;
const client = new api.ApiClient(process.argv[2]);
if (process.argv[3]) {
  client.authentications.key.accessToken = process.argv[3];
}
const writing = new api.WritingApi(client);
const permalinks = new api.PermalinksApi(client);
const search = new api.SearchApi(client);
const correcting = new api.CorrectingApi(client);

const written = await writing.putArticle(id, {
  date: '2024-11-07',
  title: 'Pier to close',
  body: '“The pier must go before winter,” Ruth Alder said.',
  desk: 'city',
});
assert.deepEqual([written.id, written.quotations], [id, 1]);
assert.equal(written.status, 'added');
const whole = await permalinks.article(id);
assert.equal(whole.extra.desk, 'city');
const quotation = whole.paragraphs[1].quotations[0];
assert.equal(quotation.speaker.name, 'Ruth Alder');
assert.ok(!quotation.party);

const found = await search.search({q: 'pier winter', type: 'any', speaker: ['Ruth Alder'], facets: 'speaker,date'});
assert.deepEqual(new Set(found.hits.map((hit) => hit.getActualInstance().type)), new Set(['paragraph', 'quote']));
assert.equal(found.facets.speaker.values[0].value, 'Ruth Alder');

const quote = await permalinks.quote(quotation.id);
assert.equal(quote.text, 'The pier must go before winter');
const done = await correcting.correctQuote(quotation.id, {decision: 'speaker', name: 'Tom Birch'});
assert.equal(done.quotation.speaker.name, 'Tom Birch');
assert.equal((await correcting.articleCorrections(id)).corrections.at(-1).state, 'holds');
await correcting.correctQuote(quotation.id, {decision: 'withdraw'});

await writing.deleteArticle(id);
await assert.rejects(permalinks.article(id), (gone) => gone.status === 404 && gone.body.detail.includes('holds no article'));
await assert.rejects(search.search({q: 'pier NEAR/'}), (wrong) => wrong.status === 400 && wrong.body.errors[0].parameter === 'q');
assert.equal((await new api.ServiceApi(client).ready()).status, 'up');
console.log('javascript: ok');
