#!/usr/bin/env node
// Stand-in for Prisma's native schema engine, which its CLI would download. It speaks the same
// line-delimited JSON-RPC on stdio and answers with the WASM build of the same engine
// (@prisma/schema-engine-wasm) over @prisma/adapter-pg. Works for generate, migrate dev / deploy /
// status / diff / reset. See docs/decisions/002-prisma-with-a-wasm-schema-engine.md.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

// --------------------------------------------------------------------------- arguments

const argv = process.argv.slice(2);
const datamodels = [];
let datasource = {};
let cliCommand = null;
for (let i = 0; i < argv.length; i++) {
  const flag = argv[i];
  if (flag === "--datamodels") {
    const path = argv[++i];
    datamodels.push([path, readFileSync(path, "utf8")]);
  } else if (flag === "--datasource") datasource = JSON.parse(argv[++i]);
  else if (flag === "cli") {
    cliCommand = argv[i + 1];
    break;
  } else if (flag === "--version") {
    const { version } = await loadEngine();
    console.log(`schema-engine-wasm ${version()}`);
    process.exit(0);
  } else if (flag.startsWith("--")) i++;
}

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new URL("./schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return bindings;
}

// ------------------------------------------------------------------------- connections

/** Discrete fields, never `connectionString`: pg lets the string win over `database`, and the shadow database would be the real one. */
function connectionOf(url) {
  const parsed = new URL(url);
  return {
    schema: parsed.searchParams.get("schema") ?? undefined,
    config: {
      host: parsed.searchParams.get("host") ?? decodeURIComponent(parsed.hostname),
      port: Number(parsed.port || 5432),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      database: decodeURIComponent(parsed.pathname.slice(1)),
    },
  };
}

const CHAR_OID = 18;
const NAME_ARRAY_OIDS = [1002, 1003];
const VARCHAR_OID = 1043;
const TEXT_ARRAY_OID = 1009;

/** adapter-pg cannot read the catalog types "char", "char"[] and name[] that the engine asks for, and splits scripts at every `;`. */
function patchForMigrations(connection) {
  const performIO = connection.performIO.bind(connection);
  let charColumns = [];
  connection.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = result?.fields?.map((field) => field.dataTypeID === CHAR_OID) ?? [];
    if (!result?.fields) return result;
    const fields = result.fields.map((field) => {
      if (field.dataTypeID === CHAR_OID) return { ...field, dataTypeID: VARCHAR_OID };
      if (NAME_ARRAY_OIDS.includes(field.dataTypeID)) return { ...field, dataTypeID: TEXT_ARRAY_OID };
      return field;
    });
    return Object.assign(Object.create(result), { fields, rows: result.rows });
  };
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const isChar = charColumns;
    result.columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
    return result;
  };
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

class MigrationFactory extends PrismaPg {
  #config;
  #options;
  constructor({ config, schema }) {
    const options = schema ? { schema } : undefined;
    super(config, options);
    this.#config = config;
    this.#options = options;
  }
  async connect() {
    return patchForMigrations(await super.connect());
  }
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const admin = new pg.Client(this.#config);
    await admin.connect();
    await admin.query(`CREATE DATABASE "${database}"`);
    const shadow = await new PrismaPg({ ...this.#config, database }, this.#options).connect();
    const connection = patchForMigrations(shadow);
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose().catch(() => {});
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await admin.end();
    };
    return connection;
  }
}

// ---------------------------------------------------------------- `cli` database commands

function failCli(code, message, meta = {}) {
  const record = { message, is_panic: false, error_code: code, meta };
  const line = { timestamp: new Date().toISOString(), level: "ERROR", fields: record, target: "schema_engine::logger" };
  console.error(JSON.stringify(line));
  process.exit(1);
}

async function runCli(command) {
  const { config } = connectionOf(datasource.url);
  const quoted = `"${config.database.replaceAll('"', '""')}"`;
  const database = command === "can-connect-to-database" ? config.database : "postgres";
  try {
    const client = new pg.Client({ ...config, database });
    await client.connect();
    if (command === "create-database") await client.query(`CREATE DATABASE ${quoted}`);
    if (command === "drop-database") await client.query(`DROP DATABASE ${quoted} WITH (FORCE)`);
    await client.end();
    process.exit(0);
  } catch (error) {
    if (error.code === "3D000") failCli("P1003", `Database \`${config.database}\` does not exist`);
    if (error.code === "28P01" || error.code === "28000") {
      failCli("P1000", `Authentication failed: the credentials for \`${config.user}\` are not valid.`);
    }
    failCli(
      "P1001",
      `Can't reach database server at \`${config.host}:${config.port}\` (${error.message || error.code})`,
    );
  }
}

// -------------------------------------------------------------------------- JSON-RPC loop

let engine;
let bound;
async function getEngine() {
  if (engine) return engine;
  const { SchemaEngine } = await loadEngine();
  const url = datasource.url || "postgresql://none:none@127.0.0.1:1/none";
  bound = bindMigrationAwareSqlAdapterFactory(new MigrationFactory(connectionOf(url)));
  engine = await SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, bound);
  return engine;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
let nextNotification = 1_000_000;

function errorOf(thrown) {
  const id = thrown?.meta?.id;
  const registered = /^\d+$/.test(String(id ?? "")) ? bound?.errorRegistry.consumeError(Number(id)) : undefined;
  const cause = registered?.error ?? thrown;
  const message = String(cause?.cause?.originalMessage ?? cause?.message ?? cause);
  const data = { is_panic: false, message, meta: thrown?.meta ?? null, error_code: thrown?.code ?? null };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}

async function answer({ id, method, params }) {
  try {
    const target = await getEngine();
    const call = target[method === "getDatabaseVersion" ? "version" : method];
    if (typeof call !== "function") {
      const message = `The WASM schema engine has no ${method}`;
      send({ id, error: { code: -32601, message, data: { is_panic: false, message } } });
      return;
    }
    const result = await call.call(target, params);
    if (method === "diff" && result?.stdout != null) {
      const content = result.stdout.replace(/\n$/, "");
      send({ id: nextNotification++, method: "print", params: { content } });
    }
    send({ id, result: result ?? null });
  } catch (thrown) {
    send({ id, error: errorOf(thrown) });
  }
}

if (cliCommand) await runCli(cliCommand);
let queue = Promise.resolve();
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  if (!line.trim()) return;
  const request = JSON.parse(line);
  if (request.method) queue = queue.then(() => answer(request));
});
lines.on("close", () => queue.then(() => process.exit(0)));
