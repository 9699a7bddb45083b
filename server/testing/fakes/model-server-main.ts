import { SCENARIOS, startModelServer } from "./model-server.ts";

// `node --import tsx server/testing/fakes/model-server-main.ts [PORT] [SCENARIO,…]`, then MODEL_BASE_URL=… as printed.
// The last scenario goes on; those before it are for one request each.
const [port = "4010", list = "realistic"] = process.argv.slice(2);
const scenarios = list.split(",").map((name) => {
  const scenario = SCENARIOS.find((each) => each === name);
  if (!scenario) throw new Error(`Scenarios: ${SCENARIOS.join(", ")}`);
  return scenario;
});
const server = await startModelServer({ port: Number(port), scenario: scenarios.at(-1) ?? "realistic" });
server.next(...scenarios.slice(0, -1));
process.stdout.write(`MODEL_BASE_URL=${server.baseUrl} MODEL_NAMES=library MODEL_PRICES=library=1/5\n`);
