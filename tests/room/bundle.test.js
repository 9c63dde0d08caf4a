import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const PYTHON = process.env.PYTHON || "python3";

test("the phone's scripts fit into one file: no name is used twice", () => {
  const ask = "from pathlib import Path; from widgets.front_end import joined; print(joined(Path('workshops/room/host.js')))";
  const script = execFileSync(PYTHON, ["-c", ask], { encoding: "utf8" });
  const file = join(mkdtempSync(join(tmpdir(), "phone-")), "phone.mjs");
  writeFileSync(file, script);
  execFileSync(process.execPath, ["--check", file]);
  assert.equal(/^import /m.test(script), false);
});
