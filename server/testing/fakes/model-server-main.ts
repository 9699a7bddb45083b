import { SCENARIOS, startModelServer } from "./model-server.ts";

// `node --import tsx server/testing/fakes/model-server-main.ts [PORT] [SCENARIO]`, then MODEL_BASE_URL=… as printed.
const [port = "4010", named = "realistic"] = process.argv.slice(2);
const scenario = SCENARIOS.find((each) => each === named);
if (!scenario) throw new Error(`Scenarios: ${SCENARIOS.join(", ")}`);
const server = await startModelServer({ port: Number(port), scenario });
process.stdout.write(`MODEL_BASE_URL=${server.baseUrl} MODEL_NAMES=library MODEL_PRICES=library=1/5\n`);
