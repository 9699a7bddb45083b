import { notFound } from "next/navigation";

import { pageTitle } from "../../../../page-title.ts";
import { RoleGate } from "../../../role-gate.tsx";
import { TaskScreen } from "./task-screen.tsx";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Props = { params: Promise<{ taskId: string }> };

export const generateMetadata = () => pageTitle("console.tasks.one");

export default async function TaskPage({ params }: Props) {
  const { taskId } = await params;
  if (!UUID.test(taskId)) notFound();
  return (
    <RoleGate roles={["validator"]}>
      <TaskScreen taskId={taskId} />
    </RoleGate>
  );
}
