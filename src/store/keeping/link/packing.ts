// Text made small: DEFLATE with a dictionary of what every run says, so that the link of a short run is short as well.
// fflate, because the browser's own CompressionStream knows no dictionary, and waits.

import { deflateSync, Inflate, strToU8 } from 'fflate';

/**
 * Part of the format: a link that was made with it can only be read with it. DEFLATE looks back for what is near, so the
 * commonest stands last.
 */
const DICTIONARY: Uint8Array = strToU8(
  [
    '"shards":2,"replicationFactor":2,"loss":0,"dataCentres":{"latency":{"base":15000,"jitter":10000}',
    '"protections":{"versionTags":false,"syncBeforeApply":"convertToMine","adoptIncoming","syncedCheck":false',
    '"rememberSynced":false,"versionHash":"definition","tombstonesOutOfHash":false,"droppedAt":false',
    '"deterministicTieBreak":false,"registryGrace":true,"mergeLock":false,"cellwiseMerge":false',
    '"lazyUpgrade":false,"syncSource":"coordinator","publishToAllShards":true,"gossipPull":false',
    '"pullDelay":false,"readsSync":true,"alterWritesOnlyChanges":true,"containedVersionsSynced":true',
    '[{"kind":"type","name":"age","type":"int"}]\n[{"kind":"comment","comment":"[{"kind":"rename","from":"',
    '"kind":"static"},"kind":"clustering_key"},"visits","teams","profiles","set<text>","list<int>","map<text, text>"',
    '[1,3,{"nodes":["A","B","C"]},7]\n["create-keyspace","setup-1",1,"A","demo"]\n["create-table",0,1,"A","demo","users",',
    '[{"name":"id","type":"int","kind":"partition_key"},{"name":"name","type":"text","kind":"regular"}]]\n',
    '["insert",0,1,"A","demo","users",{"id":1},{"name":"Ada"},"ALL"]\n["insert",0,1,"A","demo","users",{"id":2},{"name":"Bob"},"ALL"]\n',
    '["delete",0,1000,"B","demo","users",{"id":1},{},"ONE"]\n["select",0,1000,"C","demo","users",{"id":1},"QUORUM"]\n',
    '["flush","A","demo","users"]\n["crash","A"]\n["restart","A"]\n["cut","A","B"]\n["wait",60000000]\n',
    '["update",0,1200,"B","demo","users",{"id":1},{"email":"word 1"},"ONE"]\n',
    '["alter-table",0,1000,"A","demo","users",[{"kind":"drop","name":"phone"}]]\n',
    '["alter-table","s1",1000,"A","demo","users",[{"kind":"add","name":"email","type":"text"}]]\n.ALa\n',
    '!T.Ab\nEABa\nYBAa<\nFACa\nYCAa>\nMABa,\nMACa,\nNBAa,\nNCAa,\n~CB\n~CA\n~BC\n~BA\n~AC\n~AB\nDBAa\nDBCa\nDABa\nDACa\n',
  ].join(''),
);

/** No run of a link is longer than this as text; a few bytes that swell to more are hostile. */
const TEXT_MAX = 2_000_000;
/** So many bytes can at most become a thousand times as many before the limit is looked at. */
const PIECE = 512;

export const packed = (text: string): Uint8Array =>
  deflateSync(strToU8(text), { level: 9, dictionary: DICTIONARY });

/** The text, or null when these bytes are no packed text. */
export function unpacked(bytes: Uint8Array): string | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate({ dictionary: DICTIONARY }, (piece, final) => {
    length += piece.length;
    ended ||= final;
    if (length > TEXT_MAX) {
      throw new RangeError('too much');
    }
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
    return ended ? new TextDecoder('utf-8', { fatal: true }).decode(joined(pieces, length)) : null;
  } catch {
    return null;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
