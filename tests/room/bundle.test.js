import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const PYTHON = process.env.PYTHON || "python3";

for (const [whose, file] of [["phone", "host.js"], ["remote", "remote.js"]])
  test(`the ${whose}'s scripts fit into one file: no name is used twice`, () => {
    const ask = `from pathlib import Path; from widgets.front_end import joined; print(joined(Path('workshops/room/${file}')))`;
    const script = execFileSync(PYTHON, ["-c", ask], { encoding: "utf8" });
    const whole = join(mkdtempSync(join(tmpdir(), `${whose}-`)), `${whose}.mjs`);
    writeFileSync(whole, script);
    execFileSync(process.execPath, ["--check", whole]);
    assert.equal(/^import /m.test(script), false);
  });
