import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { hasWord, indexedText, queryWords, rowWords } from "./search-words.ts";

beforeEach(() => {
  testDb();
});

const rowOf = (objectKey: string) => ({ objectKey, bucket: null, malware: null, accountId: null });
const indexed = (objectKey: string) =>
  indexedText({ ...rowOf(objectKey), topicId: "topic-1", publishedAt: 0, type: null, result: null });

describe("the words of a row and of a search", () => {
  test.each([
    ["Invoices/2026-11/scan_007.PDF", "scan 007 pdf"],
    ["Größe über Straße.txt", "Größ UBER straß"],
    ["İstanbul/ÇAĞRI.docx", "istanbul cagri"],
    ["日本語/文書.docx", "文書"],
    ["ｆｕｌｌｗｉｄｔｈ.txt", "fullwidth"],
    ["e\u0301te\u0301.csv", "été"],
    ["tab\tand\u0000nul", "nul"],
  ])("of %j answer %j", (key, q) => {
    const held = rowWords(rowOf(key));
    const wanted = queryWords(q);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((word) => !hasWord(held, word))).toEqual([]);
  });

  test("short words count whole, longer ones by their beginning", () => {
    const held = rowWords(rowOf("invoice/17.pdf"));
    expect(["in", "1", "17", "inv", "voice"].map((word) => hasWord(held, word))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test("are the same to the index as to us, whatever a key holds", () => {
    const { $client } = getDb();
    const add = $client.prepare("insert into notification_words (rowid, words) values (1, ?)");
    const holds = $client
      .prepare("select count(*) from notification_words where notification_words match ?")
      .pluck();
    const remove = $client.prepare("delete from notification_words where rowid = 1");
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const check = () =>
      fc.assert(
        fc.property(text, text, (key, other) => {
          add.run(indexed(key));
          for (const word of [...rowWords(rowOf(key)), ...queryWords(other)].filter((each) => each !== ""))
            expect(holds.get(`"${word}"`), word).toBe(rowWords(rowOf(key)).includes(word) ? 1 : 0);
          remove.run();
        }),
      );
    // one transaction, since each of its own would write the index
    $client.transaction(check)();
  }, 30_000);

  test("of a search hold letters and digits only, and not too many", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (q) => {
        const words = queryWords(q);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
      }),
    );
  });
});
