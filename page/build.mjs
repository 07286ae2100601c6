// Bundles src/ into eventdb/formats/page/assets, with the licences of what is in the bundle.
//
//     npm install && npm run build
//
// The first line of the bundle holds the SHA-256 of the sources, by which a test sees that it is current.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const assets = "../eventdb/formats/page/assets/";

const digest = createHash("sha256");
for (const name of ["package.json", ...readdirSync("src").sort().map((file) => `src/${file}`)]) {
  digest.update(`${name}\n`).update(readFileSync(name));
}

const result = await build({
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});
const code = result.outputFiles[0].text.trimEnd();
if (/<\/script|<!--/i.test(code)) throw new Error("the bundle would end its own script element");
writeFileSync(`${assets}page.js`, `/* sources ${digest.digest("hex")}; licences in LICENSES.txt */\n${code}\n`);

const packages = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
  const name = input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
  if (name) packages.add(name);
}
const notices = [...packages].sort().map((name) => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
const rule = `\n${"-".repeat(80)}\n\n`;
writeFileSync(`${assets}LICENSES.txt`, `page.js holds parts of these packages.\n${rule}${notices.join(rule)}`);
console.log(`page.js ${(code.length / 1024).toFixed(0)} kB: ${[...packages].sort().join(", ")}`);
